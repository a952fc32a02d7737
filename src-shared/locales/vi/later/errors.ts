import type { ErrorTextName } from '../../../errors.ts';
import type { errors as firstErrors } from '../first-screen/errors.ts';

/** For every error code: what happened, then what the user can do. */
export const errors = {
  base_url_invalid:
    'Đây không phải là địa chỉ web. Hãy nhập URL gốc mà eTelecom đã cấp, ví dụ https://api.etelecom.vn/v1/partner.',
  base_url_not_https:
    'URL gốc phải bắt đầu bằng https:// để khóa của bạn được mã hóa trên đường truyền. Chỉ địa chỉ trên chính máy này mới được dùng http://.',
  base_url_has_query:
    'URL gốc không được chứa tên người dùng, dấu ? hay dấu #. Hãy bỏ phần đó rồi thử lại.',
  base_url_no_path:
    'URL gốc thiếu phần đường dẫn. eTelecom cấp địa chỉ dạng https://api.etelecom.vn/v1/partner; hãy nhập đầy đủ.',
  api_key_empty: 'Bạn chưa nhập khóa API. Hãy dán khóa mà eTelecom đã cấp.',
  api_key_not_ascii:
    'Nội dung này không phải là khóa API: có khoảng trắng, dấu xuống dòng hoặc ký tự không hợp lệ. Hãy sao chép lại đúng phần khóa, không kèm chữ xung quanh.',
  api_key_too_long:
    'Nội dung này quá dài, không thể là khóa API. Hãy sao chép lại đúng phần khóa, không kèm chữ xung quanh.',
  invalid_request:
    'Ứng dụng đã gửi một yêu cầu không hợp lệ. Hãy khởi động lại ứng dụng; nếu lỗi lặp lại, vui lòng báo lỗi.',
  keychain_locked:
    'Kho khóa của máy chưa được mở. Hãy mở kho khóa rồi thử lại, hoặc chỉ dùng khóa API trong phiên này.',
  keychain_denied:
    'Kho khóa từ chối cho ứng dụng truy cập. Hãy cho phép khi máy hỏi, hoặc chỉ dùng khóa API trong phiên này.',
  keychain_missing:
    'Trên máy này không có kho khóa nào đang chạy. Hãy bật kho khóa (trên Linux: GNOME Keyring hoặc KWallet) rồi thử lại, hoặc chỉ dùng khóa API trong phiên này.',
  keychain_full:
    'Không lưu được khóa vào kho khóa: kho đã đầy hoặc khóa dài hơn mức cho phép. Hãy xóa các mục không còn dùng, hoặc chỉ dùng khóa API trong phiên này.',
  keychain_failed: 'Kho khóa báo lỗi. Hãy thử lại, hoặc chỉ dùng khóa API trong phiên này.',
  keychain_no_answer:
    'Kho khóa không phản hồi. Nếu kho khóa đang hỏi mật khẩu ở cửa sổ khác, hãy trả lời ở đó rồi thử lại. Nếu không, hãy đăng xuất khỏi máy rồi đăng nhập lại, hoặc chỉ dùng khóa API trong phiên này.',
  key_not_saved: 'Khóa API không còn được lưu trên máy này. Hãy nhập lại trong Cài đặt để kết nối.',
  key_for_other_address:
    'Địa chỉ của tài khoản này đã thay đổi sau khi nhập khóa API, nên khóa không được gửi đi. Hãy kiểm tra địa chỉ rồi nhập lại khóa trong Cài đặt.',
  key_already_added:
    'Một tài khoản khác đã dùng khóa này. Hãy mở tài khoản đó, hoặc nhập khóa khác.',
  not_connected: 'Tài khoản này chưa được kết nối. Hãy nhập khóa API trong Cài đặt.',
  account_leaving: 'Tài khoản này đang được gỡ. Hãy đợi đến khi gỡ xong.',
  wrong_key:
    'Máy chủ không chấp nhận khóa API này. Hãy kiểm tra xem khóa đã đầy đủ và còn hiệu lực chưa, hoặc xin eTelecom cấp khóa mới.',
  no_permission:
    'Máy chủ nhận ra khóa này nhưng không cho phép xem danh sách tổng đài. Hãy đề nghị eTelecom cấp quyền cho tài khoản của bạn.',
  no_permission_hotlines:
    'Máy chủ nhận ra khóa này nhưng không cho phép xem danh sách hotline. Hãy đề nghị eTelecom cấp quyền cho tài khoản của bạn.',
  wrong_address:
    'Máy chủ ở địa chỉ này không cung cấp danh sách tổng đài. Hãy đối chiếu URL gốc với địa chỉ mà eTelecom đã cấp.',
  wrong_address_hotlines:
    'Máy chủ ở địa chỉ này không có danh sách hotline. Hãy hỏi eTelecom xem có cung cấp danh sách này không.',
  unreachable: 'Không kết nối được tới máy chủ. Hãy kiểm tra kết nối mạng và URL gốc, rồi thử lại.',
  timed_out:
    'Máy chủ phản hồi quá lâu. Ứng dụng đã thử lại nhiều lần. Hãy đợi một lát rồi thử lại.',
  proxy_failed:
    'Proxy của mạng không cho yêu cầu đi qua. Hãy kiểm tra cài đặt proxy của máy hoặc hỏi bộ phận IT.',
  proxy_login_canceled:
    'Proxy của mạng yêu cầu tên người dùng và mật khẩu. Hãy thử lại để nhập, hoặc hỏi bộ phận IT.',
  certificate_failed:
    'Máy này không tin cậy chứng chỉ của máy chủ. Hãy kiểm tra ngày giờ của máy; nếu ở mạng công ty, hãy nhờ bộ phận IT cài chứng chỉ.',
  redirected:
    'Địa chỉ này chuyển hướng sang địa chỉ khác. Khóa của bạn không bị gửi tới đó. Hãy nhập địa chỉ đích làm URL gốc.',
  not_this_api:
    'Có phản hồi, nhưng không phải từ API của eTelecom. Hãy kiểm tra URL gốc; cũng có thể mạng đang yêu cầu đăng nhập hoặc máy chủ đang bảo trì.',
  answer_incomplete:
    'Phản hồi của máy chủ không đầy đủ nên danh sách đã lưu vẫn được giữ nguyên. Hãy thử lại sau giây lát; nếu lỗi vẫn tiếp diễn, hãy liên hệ eTelecom.',
  answer_too_large:
    'Phản hồi của máy chủ lớn hơn mức ứng dụng chấp nhận nên danh sách đã lưu vẫn được giữ nguyên. Hãy kiểm tra URL gốc; nếu URL đúng, hãy liên hệ eTelecom.',
  rate_limited:
    'Máy chủ báo có quá nhiều yêu cầu. Ứng dụng đã chờ và thử lại nhiều lần. Hãy đợi khoảng một phút rồi thử lại.',
  server_unavailable:
    'Máy chủ tạm thời không hoạt động. Ứng dụng đã thử lại nhiều lần. Hãy đợi vài phút rồi thử lại.',
  server_failed:
    'Máy chủ gặp lỗi nội bộ. Hãy thử lại; nếu lỗi vẫn tiếp diễn, hãy gửi cho eTelecom nội dung hiển thị ở đây.',
  request_refused: 'Máy chủ từ chối yêu cầu. Hãy đổi bộ lọc hoặc cách sắp xếp rồi thử lại.',
  cursor_repeated:
    'Máy chủ trả về cùng một trang hai lần nên không thể đọc hết danh sách. Hãy thử lại sau giây lát.',
  refresh_running: 'Danh sách đang được làm mới. Hãy đợi đến khi xong, hoặc hủy.',
  cursor_expired:
    'Máy chủ không còn nhận ra vị trí này trong danh sách. Hãy về trang đầu, hoặc làm mới.',
  nothing_to_resume: 'Không có lần làm mới nào đang dang dở. Hãy làm mới từ đầu.',
  list_shrank:
    'Danh sách trên máy chủ ngắn hơn nhiều so với danh sách đã lưu. Danh sách đã lưu được giữ nguyên cho đến khi bạn quyết định.',
  nothing_saved: 'Chưa có gì được lưu. Hãy làm mới danh sách khi có kết nối.',
  tenant_not_saved:
    'Tổng đài này không có trong danh sách đã lưu. Hãy làm mới danh sách rồi thử lại.',
  tenant_not_saved_hotlines:
    'Hotline này không có trong danh sách đã lưu. Hãy làm mới danh sách rồi thử lại.',
  history_too_large:
    'Danh sách này có quá nhiều thay đổi nên không hiển thị được cùng lúc. Hãy chọn ngày gần hơn, hoặc giảm thời gian giữ lịch sử trong phần cài đặt.',
  store_too_new:
    'Danh sách đã lưu được tạo bởi phiên bản mới hơn của ứng dụng và vẫn được giữ nguyên. Hãy cài phiên bản mới hơn để dùng.',
  store_unreadable:
    'Danh sách đã lưu và lịch sử thay đổi bị hỏng. Tệp cũ được giữ lại dưới tên khác, và ứng dụng đã tạo một danh sách trống. Hãy làm mới để tải lại danh sách. Lịch sử bắt đầu từ lần làm mới đó.',
  store_locked:
    'Chương trình khác, chẳng hạn phần mềm sao lưu, đang dùng danh sách đã lưu. Hãy đợi hoặc đóng chương trình đó rồi thử lại.',
  store_disk_failed:
    'Ổ đĩa hoặc thư mục mạng chứa thư mục này báo lỗi nên không đọc hoặc ghi được danh sách đã lưu. Hãy kiểm tra ổ đĩa, hoặc chuyển thư mục dữ liệu của ứng dụng sang ổ đĩa của máy này.',
  store_failed:
    'Không ghi hoặc đọc được danh sách đã lưu. Hãy kiểm tra ổ đĩa còn chỗ trống rồi thử lại.',
  store_gone:
    'Thư mục chứa danh sách đã lưu bị xóa hoặc thay thế khi ứng dụng đang chạy nên không lưu được gì. Hãy thử lại: ứng dụng sẽ tạo lại thư mục.',
  annotations_too_new:
    'Dấu sao, ghi chú, nhãn và tên chủ sở hữu của bạn được tạo bởi phiên bản mới hơn của ứng dụng và vẫn được giữ nguyên. Hãy cài phiên bản mới hơn để dùng.',
  annotations_restored:
    'Tệp chứa dấu sao, ghi chú, nhãn và tên chủ sở hữu của bạn bị hỏng. Ứng dụng dùng bản sao lưu gần nhất, nên những thay đổi mới nhất có thể bị mất. Tệp ban đầu được giữ tại đây:',
  annotations_missing:
    'Không thấy tệp chứa dấu sao, ghi chú, nhãn và tên chủ sở hữu của bạn. Ứng dụng dùng bản sao lưu gần nhất, nên những thay đổi mới nhất có thể bị mất.',
  annotations_unreadable:
    'Tệp chứa dấu sao, ghi chú, nhãn và tên chủ sở hữu của bạn bị hỏng và không có bản sao lưu dùng được, nên ứng dụng mở mà không có chúng. Tệp ban đầu được giữ tại đây:',
  too_many_tags: 'Mỗi tổng đài có tối đa 20 nhãn. Hãy bỏ bớt nhãn trước. Chưa có gì thay đổi.',
  file_in_use:
    'Tệp đang được mở trong chương trình khác, có thể là Excel. Hãy đóng tệp ở đó, hoặc lưu với tên khác.',
  folder_not_writable:
    'Bạn không có quyền ghi ở đây: thư mục hoặc tệp chỉ cho phép đọc. Hãy chọn thư mục hoặc tên khác.',
  folder_missing: 'Thư mục không còn tồn tại. Hãy chọn thư mục khác.',
  disk_full:
    'Ổ đĩa đã đầy. Hãy giải phóng dung lượng hoặc chọn ổ đĩa khác. Không có tệp dở dang nào bị để lại.',
  disk_gone:
    'Không còn truy cập được ổ đĩa. Nếu ổ đã bị rút ra, hãy cắm lại, hoặc chọn thư mục khác.',
  name_too_long: 'Tên tệp hoặc đường dẫn thư mục quá dài. Hãy chọn tên ngắn hơn hoặc thư mục khác.',
  name_invalid:
    'Không đặt được tên tệp này ở đây. Hãy bỏ các ký tự như : ? * " < > | rồi chọn lại.',
  file_failed: 'Không ghi được tệp ở đây. Hãy thử lại, hoặc chọn tên hay thư mục khác.',
  file_not_opened:
    'Không mở được tệp. Có thể tệp đã được chuyển đi, hoặc máy này không có chương trình mở loại tệp này. Hãy mở thư mục chứa tệp để kiểm tra.',
  settings_too_new:
    'Một số cài đặt được lưu bởi phiên bản mới hơn của ứng dụng. Phiên bản này chỉ dùng những cài đặt nhận biết được. Tệp ban đầu được giữ tại đây:',
  settings_repaired:
    'Một số cài đặt không hợp lệ và đã trở về giá trị mặc định. Các cài đặt khác không thay đổi. Tệp ban đầu được giữ tại đây:',
  settings_restored:
    'Không đọc được một tệp cài đặt. Ứng dụng dùng phiên bản trước của tệp, nên thay đổi gần nhất có thể bị mất. Tệp ban đầu được giữ tại đây:',
  settings_unreadable:
    'Không đọc được một tệp cài đặt, nên ứng dụng dùng cài đặt mặc định. Tệp ban đầu được giữ tại đây:',
  settings_too_large:
    'Các cài đặt sẽ lớn hơn 100 MB. Hãy bỏ các danh sách giá trị dài khỏi bộ lọc trong các chế độ xem của bạn. Chưa có gì thay đổi.',
  table_not_supported:
    'Tệp này có mật khẩu hoặc ở định dạng .xls cũ. Hãy mở bằng Excel, lưu lại thành .xlsx không có mật khẩu rồi thử lại.',
  table_unreadable:
    'Không đọc được bảng trong tệp này. Hãy mở bằng Excel, lưu lại thành .xlsx hoặc .csv rồi thử lại.',
  table_too_large:
    'Tệp này có quá nhiều ô: chỉ đọc được tối đa 100.000 dòng và 100 cột. Hãy chỉ giữ lại các cột cần dùng rồi thử lại.',
  table_empty: 'Tệp này không có dữ liệu. Hãy chọn tệp khác.',
  backup_unreadable:
    'Tệp này không phải là tệp sao lưu, hoặc đã bị hỏng. Hãy chọn tệp khác. Chưa có gì thay đổi.',
  backup_too_new:
    'Tệp sao lưu này được tạo bởi phiên bản mới hơn của ứng dụng. Hãy cài phiên bản mới hơn để khôi phục. Chưa có gì thay đổi.',
  backup_too_large:
    'Tệp sao lưu chỉ được lớn tối đa 100 MB. Hãy chọn tệp khác, hoặc bỏ bớt ghi chú, dấu sao và danh sách giá trị dài trong bộ lọc của các chế độ xem không còn cần. Chưa có gì thay đổi.',
  address_not_allowed:
    'Tổ chức của bạn đã đặt URL gốc khác. Hãy thay khóa của tài khoản này để kết nối, hoặc hỏi bộ phận IT.',
  sample_data_not_allowed:
    'Tổ chức của bạn không cho phép dùng dữ liệu mẫu. Hãy kết nối bằng khóa của bạn.',
  policy_unreadable:
    'Không đọc được một cài đặt của tổ chức nên ứng dụng áp dụng mức chặt chẽ nhất. Hãy nhờ bộ phận IT sửa:',
  update_unreachable:
    'Không kết nối được máy chủ cập nhật. Hãy kiểm tra kết nối mạng rồi thử lại. Bạn vẫn dùng được phiên bản này.',
  update_damaged:
    'Bản cập nhật tải về không đúng với bản đã phát hành nên đã bị xóa. Hãy thử lại sau. Nếu vẫn gặp lỗi, hãy tải bộ cài đặt từ trang web.',
  update_failed:
    'Không cập nhật được. Hãy thử lại sau, hoặc tải bộ cài đặt từ trang web. Bạn vẫn dùng được phiên bản này.',
  update_waits: 'Đang xuất tệp hoặc đang làm mới. Hãy khởi động lại khi xong.',
  update_forbidden:
    'Tổ chức của bạn đã tắt cập nhật. Hãy liên hệ bộ phận IT để có phiên bản mới hơn.',
  update_not_installed:
    'Bản ứng dụng này không được cài bằng bộ cài đặt nên không tự cập nhật được. Hãy tải bộ cài đặt từ trang web.',
  page_crashed:
    'Cửa sổ ngừng hoạt động trước khi xuất xong. Không có tệp dở dang nào bị để lại. Hãy thử lại.',
  worker_failed:
    'Một phần của ứng dụng đã dừng đột ngột và vừa được khởi động lại. Không có dữ liệu dở dang nào được lưu. Hãy thử lại.',
  app_quitting: 'Ứng dụng đang đóng nên không bắt đầu việc mới. Hãy mở lại ứng dụng rồi thử lại.',
  canceled: 'Đã hủy.',
} as const satisfies Record<Exclude<ErrorTextName, keyof typeof firstErrors>, string>;
