import { createHash } from 'node:crypto';
import { AppError } from '../../src-shared/errors.ts';
import { limits } from './limits.ts';

/**
 * How many pages in a row may bring no new tenant. A few such pages are normal: many rows can move while the pages are
 * read, and a server may filter a page after cutting it.
 */
export const maximumPagesWithoutNewRows = 50;

/** Prevents endless reading if a faulty server repeats its pages. */
export class PagingGuard {
  readonly #cursors: Set<string>;
  #isRepeated = false;
  #pagesWithoutNewRows = 0;
  #pages = 0;
  #rows: number;
  #bytes = 0;

  /**
   * @param cursor the cursor of the first page that is read; `null` for the first page of the list.
   * @param rows how many rows were read before that page.
   */
  constructor(cursor: string | null, rows = 0) {
    this.#cursors = new Set(cursor === null ? [] : [fingerprint(cursor)]);
    this.#rows = rows;
  }

  /** Records a page's cursor to the next page. Returns whether that page was not read yet. */
  follow(next: string): boolean {
    const cursor = fingerprint(next);
    this.#isRepeated = this.#cursors.has(cursor);
    this.#cursors.add(cursor);
    return !this.#isRepeated;
  }

  /**
   * Checks a page. Call it after `follow`, once the page's rows were read.
   *
   * @param newRows how many rows of the page were not on an earlier page.
   * @param bytes the size of the page.
   * @throws AppError `cursor_repeated` if the page leads to an earlier page, or is one of too many without a new row;
   * `answer_too_large` if all pages together are larger than the app accepts.
   */
  check(newRows: number, bytes: number): void {
    this.#pagesWithoutNewRows = newRows === 0 ? this.#pagesWithoutNewRows + 1 : 0;
    if (this.#isRepeated || this.#pagesWithoutNewRows > maximumPagesWithoutNewRows) {
      throw new AppError({ code: 'cursor_repeated', message: 'The server repeats its pages' });
    }
    this.#pages++;
    this.#rows += newRows;
    this.#bytes += bytes;
    if (this.#pages > limits.pages || this.#rows > limits.rows || this.#bytes > limits.listBytes) {
      throw new AppError({
        code: 'answer_too_large',
        message: `The list was refused after ${this.#pages} pages, ${this.#rows} rows and ${this.#bytes} bytes`,
      });
    }
  }
}

/** Stands for a cursor, which can be thousands of characters long. */
function fingerprint(cursor: string): string {
  return createHash('sha256').update(cursor).digest('base64');
}
