/** Texts of the command line. Arguments and the keys of its JSON are not translated. */
export const commandLine = {
  help: `Exports the saved lists of eTelecom Tenants without a window.

  etelecom-tenants export --account NAME [--view NAME] [--refresh] --to PATH
  etelecom-tenants refresh --account NAME
  etelecom-tenants add-account --url URL [--name NAME] < KEY_FILE
  etelecom-tenants list-accounts
  etelecom-tenants list-views

  --account NAME   the name or the id of an account
  --all-accounts   all accounts instead of one
  --view NAME      the name or the id of a saved view; without it, all tenants
  --refresh        refresh the list first; if that fails, no file is written
  --to PATH        a file that ends in .xlsx or .csv; an existing file is replaced
  --url URL        the address of the server of a new account; its API key is read
                   from standard input only, tested, and kept in the keychain
  --name NAME      the name of a new account; without it, the name of the server
  --lang en|vi     the language of messages
  --help           show this help

Progress goes to standard error. The result is one line of JSON on standard output.
Exit codes: 0 done, 1 bug, 2 wrong usage, 3 unknown account or view, 4 nothing saved,
5 key or keychain, 6 network or server, 7 file not written, 8 busy, 9 the app's own files,
10 decision needed in the app, 130 interrupted.`,
  errors: {
    usage_wrong: 'This argument is wrong or missing: {{value}}. Use --help to see all arguments.',
    key_not_piped:
      'Pass the API key only through a pipe or a file on standard input. Terminals and arguments show it to others.',
    working_folder_missing:
      'The folder in which the command was started cannot be found. Use a full path with {{value}}.',
    account_unknown: 'There is no account with the name or id {{value}}. Use list-accounts.',
    account_ambiguous: 'Several accounts have the name {{value}}. Use the id from list-accounts.',
    view_unknown:
      'There is no view with the name or id {{value}} for this account. Use list-views.',
    view_ambiguous: 'Several views have the name {{value}}. Use the id from list-views.',
    app_is_running:
      'eTelecom Tenants or another of its commands is running, and a key is not sent to it. Close the app, or add the account there.',
    app_not_answering: 'eTelecom Tenants is running but does not respond. Try again later.',
  },
  refreshing_one: '{{account}}: reading the list, {{count, number}} row',
  refreshing_other: '{{account}}: reading the list, {{count, number}} rows',
  refreshingOf_one: '{{account}}: reading the list, {{count, number}} of {{ofRows, number}} rows',
  refreshingOf_other: '{{account}}: reading the list, {{count, number}} of {{ofRows, number}} rows',
  retrying: '{{account}}: waiting to try again',
  waitingForRefresh: '{{account}}: waiting for the refresh that is running',
  refreshed_one: '{{account}}: refreshed, {{count, number}} row in the list',
  refreshed_other: '{{account}}: refreshed, {{count, number}} rows in the list',
  notRefreshed: '{{account}}: not refreshed. {{message}}',
  writing_one: 'Writing the file, {{count, number}} row',
  writing_other: 'Writing the file, {{count, number}} rows',
  exported_one: 'Saved {{count, number}} row to {{path}}',
  exported_other: 'Saved {{count, number}} rows to {{path}}',
  savedElsewhere: 'The new file was saved here instead: {{path}}',
  accountAdded: 'Account added: {{name}}',
  accounts: 'Accounts: {{names}}',
  views: 'Views: {{names}}',
};
