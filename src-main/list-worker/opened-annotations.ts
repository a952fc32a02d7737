import { AppError } from '../../src-shared/errors.ts';
import type { AnnotationStore } from '../store/annotations/annotation-store.ts';
import { noAnnotations, type ListAnnotations } from '../store/annotations/list-annotations.ts';
import type { OpenedAnnotationStore } from '../store/annotations/open-annotations.ts';

interface Parts {
  open: () => OpenedAnnotationStore;
  /** Called with an error that is not an `AppError`. */
  onUnexpected: (error: unknown) => void;
}

/**
 * The user's stars, notes, tags and names of owners. If their file cannot be opened, lists are shown without them, and
 * each change tries to open it again.
 */
export class OpenedAnnotations {
  readonly #parts: Parts;
  #opened: OpenedAnnotationStore | AppError;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#opened = this.#tryToOpen();
  }

  /** A problem found when the file was opened. */
  get notice(): AppError | null {
    return this.#opened instanceof AppError ? this.#opened : this.#opened.notice;
  }

  /** Returns the annotations of a list. Never throws. */
  ofList(listId: string): ListAnnotations {
    return this.#opened instanceof AppError
      ? noAnnotations
      : this.#opened.annotations.ofList(listId);
  }

  /**
   * Runs a call. If the file was deleted, opens a new one with everything that is in memory, so that the next call works.
   *
   * @throws AppError from the call, or why the file cannot be opened.
   */
  run<Value>(call: (annotations: AnnotationStore) => Value): Value {
    if (this.#opened instanceof AppError) this.#opened = this.#tryToOpen();
    if (this.#opened instanceof AppError) throw this.#opened;
    const { annotations } = this.#opened;
    try {
      return call(annotations);
    } catch (error) {
      if (error instanceof AppError && error.code === 'store_gone') {
        annotations.close();
        this.#opened = this.#tryToOpen();
        if (!(this.#opened instanceof AppError)) this.#opened.annotations.takeOver(annotations);
      }
      throw error;
    }
  }

  close(): void {
    if (!(this.#opened instanceof AppError)) this.#opened.annotations.close();
  }

  #tryToOpen(): OpenedAnnotationStore | AppError {
    try {
      return this.#parts.open();
    } catch (error) {
      if (error instanceof AppError) return error;
      this.#parts.onUnexpected(error);
      return new AppError({ code: 'store_failed', message: 'The annotations could not be opened' });
    }
  }
}
