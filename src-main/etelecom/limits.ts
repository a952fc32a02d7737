/**
 * The largest answers that the app accepts. They are far above what the API sends, and small enough that a faulty or
 * hostile server cannot exhaust the memory or keep the processor busy for long.
 */
export const limits = {
  /** Bytes of a page, after decompression. */
  answerBytes: 20_000_000,
  /** Bytes of an error's body, which holds a code and a sentence. */
  errorBytes: 64_000,
  /** How deep arrays and objects may be nested. */
  depth: 64,
  /** Numbers, texts, arrays and objects of a page. */
  values: 100_000,
  /** Bytes of one JSON text, also in members that the app does not know. */
  textBytes: 500_000,
  /** Rows of a page. The API sends up to 100. */
  rowsOfPage: 5_000,
  /** The length of a cell in Excel: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
  nameLength: 32_767,
  domainLength: 1_024,
  /** Ids, codes and times. */
  valueLength: 128,
  cursorLength: 4_096,
  /** Pages of one reading of a list. */
  pages: 20_000,
  /** Rows of a list. The index of so many fits into the worker's heap. */
  rows: 500_000,
  /** Bytes of all pages of one reading of a list. */
  listBytes: 512_000_000,
} as const;
