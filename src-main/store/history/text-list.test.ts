import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextList } from './text-list.ts';

describe('TextList', () => {
  it('returns what was added, and null after the end', () => {
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
      }),
    );
  });
});
