import { NumberList } from './number-list.ts';

/** Stands for `null`. UTF-8 has no such byte. */
const nullByte = 0xff;

/**
 * A list of texts in one piece of memory outside the heap of the thread, which is limited. Each read makes a new string. The
 * texts must be well-formed.
 */
export class TextList {
  #bytes = Buffer.alloc(0);
  readonly #ends = new NumberList();

  get length(): number {
    return this.#ends.length;
  }

  /** Returns the text at a position; `null` if there is none. */
  at(position: number): string | null {
    if (position < 0 || position >= this.length) return null;
    const start = this.#start(position);
    const end = this.#ends.at(position);
    if (this.#bytes[start] === nullByte && end > start) return null;
    return this.#bytes.toString('utf8', start, end);
  }

  /** Returns whether a text is the same as one of another list. Both positions must exist. */
  equals(position: number, other: TextList, otherPosition: number): boolean {
    const start = this.#start(position);
    const length = this.#ends.at(position) - start;
    const otherStart = other.#start(otherPosition);
    if (length !== other.#ends.at(otherPosition) - otherStart) return false;
    // Most texts are short, and for these a call of `Buffer.compare` takes longer than this loop.
    for (let offset = 0; offset < length; offset++) {
      if (this.#bytes[start + offset] !== other.#bytes[otherStart + offset]) return false;
    }
    return true;
  }

  /** Adds a text. Returns how many bytes it has. */
  push(text: string | null): number {
    const start = this.#start(this.length);
    const length = text === null ? 1 : Buffer.byteLength(text);
    if (start + length > this.#bytes.length) this.#grow(start + length);
    if (text === null) this.#bytes[start] = nullByte;
    else this.#bytes.write(text, start);
    this.#ends.push(start + length);
    return length;
  }

  #start(position: number): number {
    return position === 0 ? 0 : this.#ends.at(position - 1);
  }

  #grow(least: number): void {
    const longer = Buffer.alloc(Math.max(1_024, least, 2 * this.#bytes.length));
    this.#bytes.copy(longer);
    this.#bytes = longer;
  }
}
