/** Texts of the native dialogs that the main process shows. */
export const dialogs = {
  tryAgain: 'Thử lại',
  exportRunning: 'Có tệp đang xuất dở.',
  exportRunningDetail: 'Nếu bạn hủy, tệp sẽ không được lưu.',
  finishExport: 'Xuất xong rồi đóng',
  cancelExport: 'Hủy xuất và đóng',
  keepOpen: 'Không đóng',
  pageCrashed: 'Cửa sổ đã ngừng hoạt động.',
  pageCrashedDetail:
    'Cửa sổ bị lỗi nhiều lần liên tiếp. Các danh sách đã lưu không bị ảnh hưởng. Hãy thử lại, hoặc thoát rồi mở lại ứng dụng.',
  pageHung: 'Cửa sổ không phản hồi.',
  pageHungDetail:
    'Bạn có thể đợi hoặc tải lại cửa sổ. Khi tải lại, việc xuất tệp sẽ dừng và bạn có thể xuất lại; lần làm mới đang chạy cũng dừng và có thể tiếp tục sau.',
  wait: 'Đợi',
  reload: 'Tải lại cửa sổ',
  uncaughtError: 'Ứng dụng gặp lỗi ngoài dự kiến.',
  uncaughtErrorDetail:
    'Nên khởi động lại ứng dụng. Khi đó việc xuất tệp sẽ dừng, còn lần làm mới có thể tiếp tục sau. Chi tiết có trong nhật ký: Trợ giúp → Hiện nhật ký.',
  backup: {
    saveTitle: 'Sao lưu',
    openTitle: 'Khôi phục',
    fileType: 'Tệp sao lưu',
    /** Without the extension. */
    fileName: 'eTelecom Tenants sao lưu {{day}}',
  },
  restart: 'Khởi động lại',
  continue: 'Tiếp tục',
  alreadyRunning: 'eTelecom Tenants đang chạy',
  alreadyRunningDetail:
    'Ứng dụng không phản hồi. Hãy đợi một lát. Nếu cửa sổ không hiện ra, hãy kết thúc eTelecom Tenants trong trình quản lý tác vụ rồi mở lại.',
};
