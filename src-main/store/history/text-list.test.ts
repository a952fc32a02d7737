import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextList } from './text-list.ts';

describe('TextList', () => {
  it('returns and compares what was added, and null for what was not', () => {
    const text = fc.oneof(
      fc.constant(null),
      fc.constant('ộ'.repeat(2_000)),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 50 }), (texts) => {
        const list = new TextList();
        const lengths = texts.map((added) => list.push(added));
        expect(lengths).toEqual(texts.map((added) => Buffer.byteLength(added ?? ' ')));
        expect(list.length).toBe(texts.length);
        expect(texts.map((_, at) => list.at(at))).toEqual(texts);
        expect(list.at(texts.length)).toBeNull();
        expect(list.at(-1)).toBeNull();
        const reversed = new TextList();
        for (const added of texts.toReversed()) reversed.push(added);
        for (const [at, text] of texts.entries()) {
          for (const [otherAt, other] of texts.toReversed().entries()) {
            expect(list.equals(at, reversed, otherAt)).toBe(text === other);
          }
        }
      }),
    );
  });
});
