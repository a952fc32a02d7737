/** Texts of the dialog that matches the values of a file. The import dialog shares those about files and columns. */
export const tableFileTexts = {
  title: 'Đối chiếu danh sách',
  introduction:
    'Chọn tệp Excel, CSV hoặc văn bản có ID, tên miền hoặc tên của tổng đài. Bạn cũng có thể dán một cột vào ô tìm kiếm, hoặc thả tệp vào cửa sổ.',
  introduction_hotlines:
    'Chọn tệp Excel, CSV hoặc văn bản có số, ID hoặc tên của hotline. Bạn cũng có thể dán một cột vào ô tìm kiếm, hoặc thả tệp vào cửa sổ.',
  chooseFile: 'Chọn tệp…',
  reading: 'Đang đọc tệp…',
  sheet: 'Trang tính',
  column: 'Cột',
  columnNumber: 'Cột {{number}}',
  hasHeadings: 'Dòng đầu là tiêu đề',
  match_other: 'Đối chiếu {{count, number}} giá trị',
  tooMany:
    'Mỗi lần chỉ đối chiếu được {{most, number}} giá trị. Hãy chia nhỏ danh sách rồi thử lại.',
  tooLong_other:
    '{{count, number}} giá trị dài hơn {{most, number}} ký tự. Hãy rút ngắn hoặc chọn cột khác.',
  rounded_other:
    '{{count, number}} ô chứa số dài có thể đã mất các chữ số cuối, vì Excel chỉ giữ 15 chữ số. Hãy định dạng cột là văn bản trước khi dán ID.',
};
