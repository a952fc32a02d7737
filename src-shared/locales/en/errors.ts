import type { ErrorCode } from '../../errors.ts';

/** One sentence on what happened and one on the way out, for every error code. */
export const errors = {
  base_url_invalid:
    'This is not a web address. Enter the base URL that eTelecom gave you, such as https://api.etelecom.vn/v1/partner.',
  base_url_not_https:
    'The base URL must begin with https://, so that your key travels encrypted. Only an address on this computer may use http://.',
  base_url_has_query:
    'The base URL must not carry a user name, a ? or a #. Remove that part and try again.',
  base_url_no_path:
    'The base URL lacks its path. eTelecom gives addresses such as https://api.etelecom.vn/v1/partner; enter it whole.',
  api_key_empty: 'The API key is empty. Paste the key that eTelecom gave you.',
  api_key_not_ascii:
    'The API key holds a line break or a letter that keys never have. Copy the key again, without the text around it.',
  invalid_request:
    'The app asked for something it should not have. Restart it; if this happens again, report it.',
  keychain_locked:
    'Your keychain is locked. Unlock it and try again, or use the key for this session only.',
  keychain_denied:
    'The keychain did not let this app in. Allow it when your computer asks, or use the key for this session only.',
  keychain_missing:
    'This computer has no keychain that is running. Start one (on Linux, GNOME Keyring or KWallet) and try again, or use the key for this session only.',
  keychain_full:
    'The keychain cannot take this key: it is full, or the key is longer than it allows. Remove entries you no longer need, or use the key for this session only.',
  keychain_failed:
    'The keychain answered with an error. Try again, or use the key for this session only.',
  key_not_saved:
    'The API key is no longer kept on this computer. Enter it again in Settings to connect.',
  not_connected: 'This account is not connected yet. Enter its API key in Settings.',
  wrong_key:
    'The server does not accept this API key. Check that it is complete and still valid, or ask eTelecom for a new one.',
  no_permission:
    'The server knows this key but does not let it list tenants. Ask eTelecom to allow it for your account.',
  wrong_address:
    'There is a server at this address, but not the tenant list. Check the base URL with the one eTelecom gave you.',
  unreachable:
    'The server cannot be reached. Check your internet connection and the base URL, then try again.',
  timed_out: 'The server did not answer in time. Wait a moment, then try again.',
  proxy_failed:
    "Your network's proxy did not let the request through. Check the proxy settings of this computer or ask your IT department.",
  certificate_failed:
    "The server's certificate is not trusted by this computer. Check its date and time; in a company network, ask your IT department to install its certificate.",
  redirected:
    'The address sends requests on to another one. Your key was not sent there. Enter the final address as the base URL.',
  not_this_api:
    'Something answered, but not the eTelecom API. Check the base URL; a sign-in page of your network can also be the cause.',
  rate_limited:
    'The server asks for fewer requests. The app waited and tried again several times. Wait a minute, then try again.',
  server_unavailable: 'The server is not available right now. Wait a moment, then try again.',
  server_failed:
    'The server met an error of its own. Try again; if it stays, tell eTelecom what is shown here.',
  request_refused:
    'The server refused the request. Change the filter or the sorting and try again.',
  cursor_repeated:
    'The server gave the same page twice, so the list cannot be read to its end. Try again in a moment.',
  refresh_running: 'The list is being refreshed already. Wait until it is done, or cancel it.',
  cursor_expired:
    'The server no longer knows this place in the list. Go back to the first page, or refresh.',
  nothing_to_continue: 'There is no refresh to continue. Begin a new one.',
  nothing_saved: 'Nothing is saved yet. Refresh the list once while you are connected.',
  tenant_not_saved: 'This tenant is not in the saved list. Refresh the list and try again.',
  store_too_new:
    'The saved list was written by a newer version of this app and was left as it is. Install the newer version to use it.',
  store_unreadable:
    'The saved list was damaged. It was moved aside, untouched, and an empty one begun. Refresh to fetch it again.',
  store_failed:
    'The saved list could not be written or read. Check that the disk is not full, then try again.',
  file_in_use:
    'The file is open in another program, most likely Excel. Close it there, or save under another name.',
  folder_not_writable: 'You may not write to this folder. Choose another folder.',
  folder_missing: 'The folder is no longer there. Choose another folder.',
  disk_full: 'The disk is full. Make room or choose another disk. Nothing was left behind.',
  disk_gone:
    'The disk can no longer be reached. If it was unplugged, plug it in again, or choose another folder.',
  name_too_long:
    'The name, or the path to its folder, is too long for this disk. Choose a shorter name or another folder.',
  name_invalid:
    'A file cannot have this name here. Leave out characters such as : ? * " < > | and choose again.',
  file_failed: 'The file could not be written. Try again or choose another folder.',
  file_not_opened:
    'The file could not be opened. It may have been moved, or no program on this computer opens its kind. Show it in its folder instead.',
  settings_unreadable:
    'The settings could not be read. They were moved aside, untouched, and the app started afresh.',
  canceled: 'Canceled.',
  internal: 'Something went wrong inside the app. Restart it; if this happens again, report it.',
} as const satisfies Record<ErrorCode, string>;
