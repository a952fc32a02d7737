import type { ErrorTextName } from '../../../errors.ts';
import type { errors as firstErrors } from '../first-screen/errors.ts';

/** For every error code: what happened, then what the user can do. */
export const errors = {
  base_url_invalid:
    'This is not a web address. Enter the base URL that eTelecom gave you, such as https://api.etelecom.vn/v1/partner.',
  base_url_not_https:
    'The base URL must start with https:// so that your key is encrypted on the network. Only an address on this computer may use http://.',
  base_url_has_query:
    'The base URL must not contain a user name, a ? or a #. Remove that part and try again.',
  base_url_no_path:
    'The base URL has no path. eTelecom gives addresses such as https://api.etelecom.vn/v1/partner; enter it in full.',
  api_key_empty: 'The API key is empty. Paste the key that eTelecom gave you.',
  api_key_not_ascii:
    'This text is not an API key: it contains spaces, line breaks or characters that keys never contain. Copy the key again, without the text around it.',
  api_key_too_long:
    'This text is too long for an API key. Copy the key again, without the text around it.',
  invalid_request:
    'The app sent an invalid request. Restart it. If this keeps happening, report it.',
  keychain_locked:
    'Your keychain is locked. Unlock it and try again, or use the key for this session only.',
  keychain_denied:
    'The keychain denied this app access. Allow it when your computer asks, or use the key for this session only.',
  keychain_missing:
    'No keychain is running on this computer. Start one (on Linux, GNOME Keyring or KWallet) and try again, or use the key for this session only.',
  keychain_full:
    'The keychain cannot store this key: it is full, or the key is too long. Remove entries you no longer need, or use the key for this session only.',
  keychain_failed:
    'The keychain reported an error. Try again, or use the key for this session only.',
  keychain_no_answer:
    'The keychain does not answer. If it asks for a password in another window, answer there and try again. Otherwise sign out of this computer and in again, or use the key for this session only.',
  key_not_saved:
    'The API key is no longer on this computer. Enter it again in Settings to connect.',
  key_for_other_address:
    'The address of this account has changed since its API key was entered, so the key was not sent. Check the address and enter the key again in Settings.',
  key_already_added:
    'Another account already has this key. Show that account, or enter another key.',
  not_connected: 'This account is not connected yet. Enter its API key in Settings.',
  account_leaving: 'This account is being removed. Wait until it is gone.',
  wrong_key:
    'The server does not accept this API key. Check that it is complete and still valid, or ask eTelecom for a new one.',
  no_permission:
    'The server recognizes this key but does not allow it to list tenants. Ask eTelecom to give your account access.',
  no_permission_hotlines:
    'The server recognizes this key but does not allow it to list hotlines. Ask eTelecom to give your account access.',
  wrong_address:
    'The server at this address has no tenant list. Compare the base URL with the one eTelecom gave you.',
  wrong_address_hotlines:
    'The server at this address has no hotline list. Ask eTelecom whether it offers one.',
  unreachable:
    'The server cannot be reached. Check your internet connection and the base URL, then try again.',
  timed_out:
    'The server did not answer in time. The app tried again several times. Wait a moment, then try again.',
  proxy_failed:
    "Your network's proxy blocked the request. Check the proxy settings of this computer, or ask your IT department.",
  proxy_login_canceled:
    'The proxy of your network needs a user name and a password. Try again to enter them, or ask your IT department.',
  certificate_failed:
    "This computer does not trust the server's certificate. Check the computer's date and time. On a company network, ask your IT department to install the network's certificate.",
  redirected:
    'This address redirects to another one. Your key was not sent there. Enter the final address as the base URL.',
  not_this_api:
    'The answer did not come from the eTelecom API. Check the base URL. A sign-in page of your network or maintenance of the server can also be the cause.',
  answer_incomplete:
    "The server's answer is incomplete, so the saved list was not changed. Try again in a moment. If it keeps happening, contact eTelecom.",
  answer_too_large:
    "The server's answer is larger than this app accepts, so the saved list was not changed. Check the base URL. If it is right, contact eTelecom.",
  rate_limited:
    'The server received too many requests. The app waited and tried again several times. Wait a minute, then try again.',
  server_unavailable:
    'The server is temporarily unavailable. The app tried again several times. Wait a few minutes, then try again.',
  server_failed:
    'The server ran into an error. Try again. If it keeps happening, tell eTelecom what is shown here.',
  request_refused:
    'The server rejected the request. Change the filter or the sorting and try again.',
  cursor_repeated:
    'The server sent the same page twice, so the list cannot be read to the end. Try again in a moment.',
  refresh_running: 'The list is already being refreshed. Wait until it is done, or cancel it.',
  cursor_expired:
    'The server no longer recognizes this position in the list. Go back to the first page, or refresh.',
  nothing_to_resume: 'There is no refresh to resume. Start a new one.',
  list_shrank:
    'The server’s list is much shorter than the saved one. The saved list was kept until you decide.',
  nothing_saved: 'Nothing is saved yet. Refresh the list while you are connected.',
  tenant_not_saved: 'This tenant is not in the saved list. Refresh the list and try again.',
  tenant_not_saved_hotlines:
    'This hotline is not in the saved list. Refresh the list and try again.',
  history_too_large:
    'This list has had too many changes to show them together. Choose a later day, or keep the history for a shorter time in the settings.',
  store_too_new:
    'The saved list was written by a newer version of this app and was not changed. Install the newer version to use it.',
  store_unreadable:
    'The saved list and its history are damaged. Their file was kept under another name, and a new, empty list was created. Refresh to fetch the list again. The history begins with that refresh.',
  store_locked:
    'Another program, such as a backup, is using the saved list. Wait until it is done, or close it, then try again.',
  store_disk_failed:
    "The disk or network share of this folder reports errors, so the saved list cannot be read or written there. Check the disk, or move the app's data folder to a disk of this computer.",
  store_failed:
    'The saved list could not be read or written. Check that the disk is not full, then try again.',
  store_gone:
    'The folder of the saved list was deleted or replaced while the app was running, so nothing was saved. Try again: the app creates the folder again.',
  annotations_too_new:
    'Your stars, notes, tags and owner names were written by a newer version of this app and were not changed. Install the newer version to use them.',
  annotations_restored:
    'The file of your stars, notes, tags and owner names was damaged. The app uses its last backup copy, so the latest changes may be missing. The file as it was is kept here:',
  annotations_missing:
    'The file of your stars, notes, tags and owner names was missing. The app uses its last backup copy, so the latest changes may be missing.',
  annotations_unreadable:
    'The file of your stars, notes, tags and owner names is damaged, and there is no usable backup copy, so the app starts without them. The file as it was is kept here:',
  too_many_tags: 'A tenant can have at most 20 tags. Remove some tags first. Nothing was changed.',
  file_in_use:
    'The file is open in another program, most likely Excel. Close it there, or save under another name.',
  folder_not_writable:
    'You do not have permission to write here: the folder or the file is read-only. Choose another folder or name.',
  folder_missing: 'This folder no longer exists. Choose another folder.',
  disk_full:
    'The disk is full. Free up space or choose another disk. No incomplete file was left behind.',
  disk_gone:
    'The disk is no longer available. If it was unplugged, plug it in again, or choose another folder.',
  name_too_long:
    'The file name or the path to its folder is too long. Choose a shorter name or another folder.',
  name_invalid:
    'This file name is not allowed here. Leave out characters such as : ? * " < > | and try again.',
  file_failed: 'The file could not be written here. Try again, or choose another name or folder.',
  file_not_opened:
    'The file could not be opened. It may have been moved, or no program on this computer can open it. Show it in its folder instead.',
  settings_too_new:
    'Some settings were saved by a newer version of this app. This version uses those that it knows. The file as it was is kept here:',
  settings_repaired:
    'Some settings were not valid and now have their default values. All others are unchanged. The file as it was is kept here:',
  settings_restored:
    'A settings file could not be read. The app uses its previous version, so your last change may be missing. The file as it was is kept here:',
  settings_unreadable:
    'A settings file could not be read, so the app uses the default settings. The file as it was is kept here:',
  settings_too_large:
    'The settings would be larger than 100 MB. Remove long lists of values from the filters of your views. Nothing was changed.',
  table_not_supported:
    'This workbook has a password, or the old .xls format. Open it in Excel, save it as .xlsx without a password, and try again.',
  table_unreadable:
    'This file could not be read as a table. Open it in Excel, save it as .xlsx or .csv, and try again.',
  table_too_large:
    'This file has too many cells: up to 100,000 rows and 100 columns can be read. Keep only the columns you need and try again.',
  table_empty: 'This file has no values. Choose another file.',
  backup_unreadable:
    'This file could not be read as a backup file. It may be another file, or damaged. Choose another file. Nothing was changed.',
  backup_too_new:
    'This backup file was written by a newer version of this app. Install the newer version to restore it. Nothing was changed.',
  backup_too_large:
    'A backup file can be at most 100 MB. Choose another file, or remove notes, stars and long lists of values in the filters of views that you no longer need. Nothing was changed.',
  address_not_allowed:
    'Your organization has set another base URL. Replace the key of this account to connect to it, or ask your IT department.',
  sample_data_not_allowed:
    'Your organization does not allow sample data. Connect an account with your key instead.',
  policy_unreadable:
    'A setting of your organization could not be read, so the strictest one applies. Ask your IT department to correct it:',
  update_unreachable:
    'The update server cannot be reached. Check your internet connection, then try again. You can go on working with this version.',
  update_damaged:
    'The downloaded update is not what was released, so it was deleted. Try again later. If it keeps happening, download the installer from the website.',
  update_failed:
    'The update failed. Try again later, or download the installer from the website. You can go on working with this version.',
  update_waits: 'An export or a refresh is running. Restart when it is done.',
  update_forbidden:
    'Your organization has turned off updates. Ask your IT department for a newer version.',
  update_not_installed:
    'This copy of the app was not installed by an installer, so it cannot update itself. Download the installer from the website.',
  page_crashed:
    'The window stopped working before the export was finished. No incomplete file was left behind. Try again.',
  worker_failed:
    'A part of the app stopped unexpectedly and was started again. Nothing incomplete was saved. Try again.',
  app_quitting: 'The app is closing, so nothing new was started. Open it again and try again.',
  canceled: 'Canceled.',
} as const satisfies Record<Exclude<ErrorTextName, keyof typeof firstErrors>, string>;
