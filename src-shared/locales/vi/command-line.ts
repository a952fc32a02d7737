/** Texts of the command line. Arguments and the keys of its JSON are not translated. */
export const commandLine = {
  help: `Xuất danh sách đã lưu của eTelecom Tenants mà không mở cửa sổ.

  etelecom-tenants export --account TÊN [--view TÊN] [--refresh] --to ĐƯỜNG_DẪN
  etelecom-tenants refresh --account TÊN
  etelecom-tenants add-account --url ĐỊA_CHỈ [--name TÊN] < TỆP_KHÓA
  etelecom-tenants list-accounts
  etelecom-tenants list-views

  --account TÊN    tên hoặc mã của tài khoản
  --all-accounts   tất cả tài khoản thay vì một tài khoản
  --view TÊN       tên hoặc mã của chế độ xem đã lưu; nếu bỏ qua thì lấy mọi tổng đài
  --refresh        làm mới danh sách trước; nếu không được thì không ghi tệp
  --to ĐƯỜNG_DẪN   tệp có đuôi .xlsx hoặc .csv; tệp đã có sẽ bị ghi đè
  --url ĐỊA_CHỈ    địa chỉ máy chủ của tài khoản mới; khóa API chỉ được đọc từ luồng vào
                   chuẩn (stdin), được kiểm tra rồi lưu vào kho khóa
  --name TÊN       tên của tài khoản mới; nếu bỏ qua thì lấy tên máy chủ
  --lang en|vi     ngôn ngữ của thông báo
  --help           hiện phần trợ giúp này

Tiến độ được in ra luồng lỗi chuẩn (stderr). Kết quả là một dòng JSON ở luồng ra chuẩn (stdout).
Mã thoát: 0 xong, 1 lỗi của ứng dụng, 2 dùng sai, 3 không có tài khoản hoặc chế độ xem,
4 chưa lưu danh sách, 5 khóa API hoặc kho khóa, 6 mạng hoặc máy chủ, 7 không ghi được tệp,
8 đang bận, 9 tệp riêng của ứng dụng, 10 cần quyết định trong ứng dụng, 130 bị dừng.`,
  errors: {
    usage_wrong: 'Tham số này sai hoặc còn thiếu: {{value}}. Dùng --help để xem mọi tham số.',
    key_not_piped:
      'Chỉ đưa khóa API qua ống dẫn (pipe) hoặc tệp ở luồng vào chuẩn (stdin). Terminal và tham số làm lộ khóa.',
    working_folder_missing:
      'Không tìm thấy thư mục đang chạy lệnh. Hãy dùng đường dẫn đầy đủ cho {{value}}.',
    account_unknown: 'Không có tài khoản nào có tên hoặc mã {{value}}. Hãy dùng list-accounts.',
    account_ambiguous: 'Có nhiều tài khoản tên {{value}}. Hãy dùng mã trong list-accounts.',
    view_unknown:
      'Tài khoản này không có chế độ xem nào có tên hoặc mã {{value}}. Hãy dùng list-views.',
    view_ambiguous: 'Có nhiều chế độ xem tên {{value}}. Hãy dùng mã trong list-views.',
    app_is_running:
      'eTelecom Tenants hoặc một lệnh khác của ứng dụng đang chạy, và khóa không được gửi sang đó. Hãy đóng ứng dụng, hoặc thêm tài khoản ngay trong ứng dụng.',
    app_not_answering: 'eTelecom Tenants đang chạy nhưng không phản hồi. Hãy thử lại sau.',
  },
  refreshing_other: '{{account}}: đang đọc danh sách, {{count, number}} dòng',
  refreshingOf_other:
    '{{account}}: đang đọc danh sách, {{count, number}} trên {{ofRows, number}} dòng',
  retrying: '{{account}}: đang đợi để thử lại',
  waitingForRefresh: '{{account}}: đang đợi lần làm mới đang chạy',
  refreshed_other: '{{account}}: đã làm mới, danh sách có {{count, number}} dòng',
  notRefreshed: '{{account}}: chưa làm mới được. {{message}}',
  writing_other: 'Đang ghi tệp, {{count, number}} dòng',
  exported_other: 'Đã lưu {{count, number}} dòng vào {{path}}',
  savedElsewhere: 'Tệp mới đã được lưu tại: {{path}}',
  accountAdded: 'Đã thêm tài khoản: {{name}}',
  accounts: 'Tài khoản: {{names}}',
  views: 'Chế độ xem: {{names}}',
};
