import { AppError } from '../../src-shared/errors.ts';
import type { RefreshService } from '../refresh/refresh-service.ts';
import type { OpenedStore, RecordStore } from '../store/record-store.ts';

/** The saved lists after they were opened. */
interface SavedLists {
  store: RecordStore;
  refreshService: RefreshService;
  /** A problem that the user should know about. */
  notice: AppError | null;
}

interface Parts {
  open: () => OpenedStore;
  /** The same after it failed, for a call that waits. */
  openAgain: () => OpenedStore;
  /** Moves the database aside and opens a new one. */
  setAside: () => OpenedStore;
  createRefreshService: (store: RecordStore) => RefreshService;
  /** Called with an error that is not an `AppError`. */
  onUnexpected: (error: unknown) => void;
}

/**
 * The saved lists. They are opened again if their file disappears or turns out to be damaged, and before each call if they
 * could not be opened.
 */
export class OpenedLists {
  readonly #parts: Parts;
  /** An error if the database could not be opened. The app works nevertheless and can show live pages. */
  #lists: SavedLists | AppError;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#lists = this.#tryTo(parts.open);
  }

  /** A problem found when the lists were opened. */
  get notice(): AppError | null {
    return this.#lists instanceof AppError ? this.#lists : this.#lists.notice;
  }

  /** @throws AppError why the lists could not be opened. */
  get(): SavedLists {
    if (this.#lists instanceof AppError) throw this.#lists;
    return this.#lists;
  }

  /**
   * Runs a call. If the lists could not be opened, first tries again: the disk may have been full. If their file is gone
   * or damaged, opens the lists again, so that the next call works.
   *
   * @throws AppError from the call.
   */
  async run<Value>(call: () => Value | Promise<Value>): Promise<Value> {
    this.#openIfFailed();
    const before = this.#lists;
    try {
      return await call();
    } catch (error) {
      const code = error instanceof AppError ? error.code : null;
      // Of several calls that fail at the same time, one opens the lists again.
      if (this.#lists !== before) throw error;
      if (code === 'store_gone') await this.#reopen(this.#parts.open);
      if (code === 'store_unreadable') throw (await this.setAside()) ?? error;
      throw error;
    }
  }

  /** Moves the damaged database aside and opens a new one. @returns the notice for the user. */
  async setAside(): Promise<AppError | null> {
    await this.#reopen(this.#parts.setAside);
    return this.notice;
  }

  close(): void {
    if (!(this.#lists instanceof AppError)) this.#lists.store.close();
  }

  /** @throws AppError `store_unreadable` if a damaged file was moved aside, because the call would find no rows. */
  #openIfFailed(): void {
    // A file of a newer version does not change.
    if (!(this.#lists instanceof AppError) || this.#lists.code === 'store_too_new') return;
    this.#lists = this.#tryTo(this.#parts.openAgain);
    if (!(this.#lists instanceof AppError) && this.#lists.notice !== null) throw this.#lists.notice;
  }

  async #reopen(open: () => OpenedStore): Promise<void> {
    const before = this.#lists;
    if (!(before instanceof AppError)) {
      await before.refreshService.cancelAll();
      // Another call has been faster.
      if (this.#lists !== before) return;
      before.store.close();
    }
    this.#lists = this.#tryTo(open);
  }

  #tryTo(open: () => OpenedStore): SavedLists | AppError {
    try {
      const { store, notice } = open();
      return { store, notice, refreshService: this.#parts.createRefreshService(store) };
    } catch (error) {
      if (error instanceof AppError) return error;
      this.#parts.onUnexpected(error);
      return new AppError({ code: 'store_failed', message: 'The saved lists could not be opened' });
    }
  }
}
