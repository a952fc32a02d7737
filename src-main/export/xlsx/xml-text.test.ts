import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, cutMark, maximumCellLength } from './xml-text.ts';

/** What a reader of the format makes of it: the XML entities first, then ST_Xstring's escapes. */
function read(xml: string): string {
  return xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/_x([0-9A-F]{4})_/g, (_escape, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

describe('a cell’s text', () => {
  it('is read back as it was written, whatever it is', () => {
    const awkward = fc.constantFrom(
      '_x0041_',
      '_x005F_',
      '__x0008_',
      '\r\n',
      '\u0008',
      '&amp;',
      ']]>',
    );
    const text = fc
      .array(fc.oneof(fc.string({ unit: 'binary' }), awkward))
      .map((parts) => parts.join(''))
      .filter((joined) => !/[\ufffe\uffff]/.test(joined));
    fc.assert(
      fc.property(text, (original) => {
        expect(read(cellText(original))).toBe(original.toWellFormed());
      }),
    );
  });

  it('holds nothing that XML 1.0 forbids', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 40 }), (units) => {
        const xml = cellText(String.fromCharCode(...units));
        expect(xml).toMatch(/^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      }),
    );
  });

  it('keeps the neighbors of a lone surrogate', () => {
    expect(cellText('a\ud800b')).toBe('a\ufffdb');
  });

  it('is cut at Excel’s limit, between characters, and marked', () => {
    const fits = 'x'.repeat(maximumCellLength);
    expect(cellText(fits)).toBe(fits);
    const cut = cellText(`${'x'.repeat(maximumCellLength - 2)}😀y`);
    expect(cut).toBe(`${'x'.repeat(maximumCellLength - 2)}${cutMark}`);
    expect(cellText('x'.repeat(40_000))).toHaveLength(maximumCellLength);
  });
});
