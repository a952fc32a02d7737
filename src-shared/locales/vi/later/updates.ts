/** Texts about newer versions of the app. */
export const updates = {
  title: 'Cập nhật',
  found: 'Đã có phiên bản {{version}}.',
  downloading: 'Đang tải phiên bản {{version}}: {{fraction, number(style: percent)}}',
  ready: 'Phiên bản {{version}} đã sẵn sàng.',
  readyHint: 'Phiên bản này được cài khi bạn khởi động lại hoặc thoát ứng dụng.',
  readyToRestart: 'Hãy chọn Khởi động lại để cài phiên bản này.',
  newest: 'Bạn đang dùng phiên bản mới nhất, {{version}}.',
  checking: 'Đang kiểm tra cập nhật',
  whatsNew: 'Có gì mới',
  download: 'Tải về',
  downloadPage: 'Mở trang tải về',
  restart: 'Khởi động lại',
  version: 'Phiên bản {{version}}',
  unreleased: 'Chưa phát hành',
};
