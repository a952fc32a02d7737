/** Texts about newer versions of the app. */
export const updates = {
  title: 'Updates',
  found: 'Version {{version}} is available.',
  downloading: 'Version {{version}} is being downloaded: {{fraction, number(style: percent)}}',
  ready: 'Version {{version}} is ready.',
  readyHint: 'It is installed when you restart or quit the app.',
  readyToRestart: 'Choose Restart to install it.',
  newest: 'You have the newest version, {{version}}.',
  checking: 'Checking for updates',
  whatsNew: 'What’s new',
  download: 'Download',
  downloadPage: 'Open the download page',
  restart: 'Restart',
  version: 'Version {{version}}',
  unreleased: 'Not released yet',
};
