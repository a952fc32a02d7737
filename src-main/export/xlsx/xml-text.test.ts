import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCellText, cutMark, maximumCellLength } from './xml-text.ts';

/** Decodes a text as a reader of the format does: first the XML entities, then the escapes of ST_Xstring. */
function decode(xml: string): string {
  return xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/_x([0-9A-F]{4})_/g, (_escape, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

describe('encodeCellText', () => {
  it('can be decoded to the same text, for any text', () => {
    const specialTexts = fc.constantFrom(
      '_x0041_',
      '_x005F_',
      '__x0008_',
      '\r\n',
      '\u0008',
      '&amp;',
      ']]>',
    );
    const text = fc
      .array(fc.oneof(fc.string({ unit: 'binary' }), specialTexts))
      .map((parts) => parts.join(''))
      .filter((joined) => !/[\ufffe\uffff]/.test(joined));
    fc.assert(
      fc.property(text, (original) => {
        expect(decode(encodeCellText(original))).toBe(original.toWellFormed());
      }),
    );
  });

  it('returns no character that XML 1.0 forbids', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 40 }), (units) => {
        const xml = encodeCellText(String.fromCharCode(...units));
        expect(xml).toMatch(/^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      }),
    );
  });

  it('replaces a lone surrogate and keeps its neighbors', () => {
    expect(encodeCellText('a\ud800b')).toBe('a\ufffdb');
  });

  it('cuts a text at Excel’s limit, between characters, and marks it', () => {
    const fits = 'x'.repeat(maximumCellLength);
    expect(encodeCellText(fits)).toBe(fits);
    const cut = encodeCellText(`${'x'.repeat(maximumCellLength - 2)}😀y`);
    expect(cut).toBe(`${'x'.repeat(maximumCellLength - 2)}${cutMark}`);
    expect(encodeCellText('x'.repeat(40_000))).toHaveLength(maximumCellLength);
  });
});
