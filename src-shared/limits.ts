// The longest texts and lists that the main process accepts from the renderer. They are far above what the app sends.

/** Characters of a value of a tenant. A cell of Excel holds as many. */
export const longestValue = 32_767;

/** Characters of a cursor. A cursor of the saved list carries values of a row. */
export const longestCursor = 500_000;

/** Characters of a time, which may have any number of fraction digits. */
export const longestTime = 64;

/** Characters of a search text. */
export const longestSearch = 200;

/** Values of one condition of a filter. */
export const mostFilterValues = 1_000;

/** Accounts in a backup file. */
export const mostAccounts = 1_000;

/** Saved views, of all accounts together. */
export const mostViews = 100;

/** Characters of a note, of a tag, and of the user's own name of an owner. */
export const longestNote = 4_000;
export const longestTag = 40;
export const longestOwnerName = 100;

/** Tags of one tenant. */
export const mostTags = 20;

/** Names in a layout, and characters of a name. Other versions of the app may have other columns. */
export const mostColumns = 100;

/** Rows of one export that come from the renderer, and tenants that the user selects or deselects one by one. */
export const mostExportedRows = 500_000;

/** Scheduled exports. */
export const mostSchedules = 50;

/** Exports of an account that are remembered. */
export const mostRecentExports = 20;

/** Rows that are copied at once. The clipboard and most programs get slow with more. */
export const mostCopiedRows = 10_000;

/** Bytes of a file of tables that is read. */
export const longestTableFile = 20_000_000;

/** Characters of the name of such a file. */
export const longestTableName = 1_000;

/** Rows and columns that are read from such a file, and characters of all its cells. */
export const mostTableRows = 100_000;
export const mostTableColumns = 100;
export const mostTableCharacters = 20_000_000;

/** Characters of an API key, and of what was pasted with a key in it. */
export const longestApiKey = 2_048;
export const longestPastedKey = 20_000;

/** Characters of a user name and a password for a proxy. */
export const longestProxyUserName = 256;
export const longestProxyPassword = 1_024;
