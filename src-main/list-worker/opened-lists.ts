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
  /** Moves the database aside and opens a new one. */
  setAside: () => OpenedStore;
  createRefreshService: (store: RecordStore) => RefreshService;
  /** Called with an error that is not an `AppError`. */
  onUnexpected: (error: unknown) => void;
}

/** The saved lists, which are opened again if their file disappears or turns out to be damaged. */
export class OpenedLists {
  readonly #parts: Parts;
  /** An error if the database could not be opened. The app starts nevertheless and can show live pages. */
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
   * Runs a call. If its file is gone or damaged, opens the lists again, so that the next call works.
   *
   * @throws AppError from the call.
   */
  async run<Value>(call: () => Value | Promise<Value>): Promise<Value> {
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
