import type { SeenMark } from '../../src-shared/changes.ts';

/** Remembers which changes the user looks at, so that quitting the app marks them as seen, like leaving their view does. */
export class ShownChanges {
  readonly #setSeen: (marks: readonly SeenMark[]) => Promise<unknown>;
  #marks: readonly SeenMark[] = [];

  constructor(setSeen: (marks: readonly SeenMark[]) => Promise<unknown>) {
    this.#setSeen = setSeen;
  }

  /** @param marks replace the earlier ones. Empty if the user looks at no changes. */
  set(marks: readonly SeenMark[]): void {
    this.#marks = marks;
  }

  /** Marks the changes as seen, before the lists are closed. */
  async finish(): Promise<void> {
    const marks = this.#marks;
    this.#marks = [];
    if (marks.length > 0) await this.#setSeen(marks);
  }
}
