/** Texts of the dialog that asks for the password of a proxy. */
export const proxy = {
  title: 'Đăng nhập proxy',
  introduction: 'Proxy {{proxy}} của mạng yêu cầu tên người dùng và mật khẩu.',
  userName: 'Tên người dùng',
  password: 'Mật khẩu',
  showPassword: 'Hiện mật khẩu',
  promise: 'Cả hai chỉ được giữ trong bộ nhớ cho đến khi bạn thoát ứng dụng.',
  refused: 'Proxy không chấp nhận tên người dùng và mật khẩu này. Hãy kiểm tra cả hai rồi thử lại.',
  signIn: 'Đăng nhập',
};
