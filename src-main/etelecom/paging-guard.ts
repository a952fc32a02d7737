import { AppError } from '../../src-shared/errors.ts';

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

  /** @param cursor the cursor of the first page that is read; `null` for the first page of the list. */
  constructor(cursor: string | null) {
    this.#cursors = new Set(cursor === null ? [] : [cursor]);
  }

  /** Records a page's cursor to the next page. Returns whether that page was not read yet. */
  follow(next: string): boolean {
    this.#isRepeated = this.#cursors.has(next);
    this.#cursors.add(next);
    return !this.#isRepeated;
  }

  /**
   * Checks a page. Call it after `follow`, once the page's rows were read.
   *
   * @param newRows how many rows of the page were not on an earlier page.
   * @throws AppError `cursor_repeated` if the page leads to an earlier page, or is one of too many without a new row.
   */
  check(newRows: number): void {
    this.#pagesWithoutNewRows = newRows === 0 ? this.#pagesWithoutNewRows + 1 : 0;
    if (this.#isRepeated || this.#pagesWithoutNewRows > maximumPagesWithoutNewRows) {
      throw new AppError({ code: 'cursor_repeated', message: 'The server repeats its pages' });
    }
  }
}
