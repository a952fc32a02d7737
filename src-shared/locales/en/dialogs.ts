/** Texts of the native dialogs that the main process shows. */
export const dialogs = {
  tryAgain: 'Try again',
  exportRunning: 'An export is not finished yet.',
  exportRunningDetail: 'If you cancel it, its file is not saved.',
  finishExport: 'Finish export, then close',
  cancelExport: 'Cancel export and close',
  keepOpen: 'Keep open',
  pageCrashed: 'The window has stopped working.',
  pageCrashedDetail:
    'It failed several times in a row. The saved lists are not affected. Try again, or quit and start the app again.',
  pageHung: 'The window is not responding.',
  pageHungDetail:
    'You can wait, or reload the window. Reloading stops running exports, which you can start again, and a running refresh, which you can resume.',
  wait: 'Wait',
  reload: 'Reload window',
  uncaughtError: 'Something unexpected happened in the app.',
  uncaughtErrorDetail:
    'Restart it to be safe. Restarting stops running exports, and a running refresh can be resumed. Details are in the log: Help → Show logs.',
  backup: {
    saveTitle: 'Back up',
    openTitle: 'Restore',
    fileType: 'Backup file',
    /** Without the extension. */
    fileName: 'eTelecom Tenants backup {{day}}',
  },
  restart: 'Restart',
  continue: 'Continue',
  alreadyRunning: 'eTelecom Tenants is already running',
  alreadyRunningDetail:
    'It is not responding. Wait a moment. If its window does not appear, end eTelecom Tenants in the task manager, then start it again.',
};
