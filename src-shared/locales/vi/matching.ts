export const matchingTexts = {
  name: 'Khớp với',
  values_other: '{{count, number}} giá trị',
  found_other:
    'một trong {{count, number}} giá trị: thấy {{found, number}}, không thấy {{missing, number}}',
  by: 'So với',
  fields: { any: 'Bất kỳ', id: 'ID', domain: 'Tên miền', name: 'Tên' },
  notFound: 'Không thấy',
  allFound: 'Đã thấy mọi giá trị.',
  more_other: 'và {{count, number}} giá trị khác',
  title: 'Đối chiếu danh sách',
  introduction:
    'Chọn tệp Excel hoặc tệp văn bản có ID, tên miền hoặc tên của tổng đài. Bạn cũng có thể dán một cột vào ô tìm kiếm, hoặc thả tệp vào cửa sổ.',
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
  drop: 'Thả tệp để tìm các tổng đài trong đó',
};
