/** Texts of the About dialog, the diagnostics and the list of shortcuts. */
export const helpDialogs = {
  ownLicense: 'Giấy phép MIT',
  licenses: 'Giấy phép của bên thứ ba',
  licensesHint:
    'Giấy phép của Electron và Chromium nằm trong tệp LICENSES.chromium.html, trong thư mục của ứng dụng.',
  seeText: 'xem nội dung',
  diagnostics: 'Thông tin chẩn đoán',
  diagnosticsHint:
    'Hãy gửi kèm nội dung này khi báo lỗi. Trong đó không có khóa, tổng đài, tên tài khoản hay địa chỉ máy chủ.',
  inTheList: 'Trong danh sách',
  gridKeys: {
    enter: 'Từ ô tìm kiếm xuống danh sách',
    move: 'Sang ô bên cạnh',
    rowEnds: 'Ô đầu hoặc ô cuối của dòng',
    gridEnds: 'Dòng đầu hoặc dòng cuối',
    screens: 'Lên hoặc xuống một màn hình',
    open: 'Xem chi tiết',
    neighbors: 'Dòng trước hoặc sau, khi đang xem chi tiết',
    menu: 'Mở trình đơn của ô hoặc cột',
    select: 'Chọn dòng',
    star: 'Gắn sao hoặc bỏ sao của dòng',
    extend: 'Chọn nhiều dòng',
    selectAll: 'Chọn mọi dòng khớp',
    clear: 'Bỏ chọn',
    copy: 'Sao chép ô hoặc các dòng đã chọn',
    copyWithHeaders: 'Sao chép kèm tiêu đề cột',
    sort: 'Ở tiêu đề: sắp xếp',
    sortSecond: 'Ở tiêu đề: sắp xếp thêm theo cột thứ hai',
    resize: 'Ở tiêu đề: hẹp hơn hoặc rộng hơn',
    moveColumn: 'Ở tiêu đề: di chuyển cột',
  },
};
