/** Texts of the dialog that asks for the password of a proxy. */
export const proxy = {
  title: 'Sign in to the proxy',
  introduction: 'The proxy {{proxy}} of your network asks for a user name and a password.',
  userName: 'User name',
  password: 'Password',
  showPassword: 'Show password',
  promise: 'Both are kept in memory only, until you quit the app.',
  refused: 'The proxy did not accept this user name and password. Check both and try again.',
  signIn: 'Sign in',
};
