import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridColumns } from '../../src-shared/tenant-fields.ts';
import { defaultLayouts, visibleColumns } from './layout.ts';
import { shareWidth, type Column } from './share-width.ts';

const anyFields = fc.shuffledSubarray([...gridColumns], { minLength: 1 });
const anyContent = fc
  .dictionary(fc.constantFrom(...gridColumns), fc.integer({ min: 1, max: 3000 }))
  .map((widths) => new Map(Object.entries(widths)));
const anyWidth = fc.integer({ min: 40, max: 2000 });
const anyChosen = fc.dictionary(fc.constantFrom(...gridColumns), anyWidth);
const anySpace = fc.record({
  chosen: anyChosen,
  content: anyContent,
  available: fc.integer({ min: 0, max: 6000 }),
});

const sumOf = (columns: readonly Column[]) => columns.reduce((sum, { width }) => sum + width, 0);
const widthOf = (columns: readonly Column[], wanted: string) =>
  columns.find(({ field }) => field === wanted)?.width ?? 0;

describe('columns of texts share the space', () => {
  it('without overflow, unless the least widths do not fit', () => {
    fc.assert(
      fc.property(anyFields, anySpace, (fields, space) => {
        const least = sumOf(shareWidth(fields, { ...space, available: 0 }));
        const columns = shareWidth(fields, space);
        expect(sumOf(columns)).toBeLessThanOrEqual(Math.max(least, space.available));
      }),
    );
  });

  it('and never get narrower when there is more of it', () => {
    fc.assert(
      fc.property(anyFields, anySpace, fc.nat(2000), (fields, space, more) => {
        const before = shareWidth(fields, space);
        const after = shareWidth(fields, { ...space, available: space.available + more });
        for (const { field, width } of before) {
          expect(widthOf(after, field)).toBeGreaterThanOrEqual(width);
        }
      }),
    );
  });

  it('but columns with a chosen width keep it', () => {
    fc.assert(
      fc.property(anyFields, anySpace, (fields, space) => {
        for (const { field, width, isShared } of shareWidth(fields, space)) {
          const chosen = space.chosen[field];
          if (chosen !== undefined)
            expect({ width, isShared }).toEqual({ width: chosen, isShared: false });
        }
      }),
    );
  });

  it('by their need: a short domain leaves its space to a long name', () => {
    const fields = visibleColumns(defaultLayouts.tenants, []);
    const share = (name: number, domain: number, available: number) =>
      shareWidth(fields, {
        ...{ chosen: {}, available },
        content: new Map([
          ['name', name],
          ['domain', domain],
        ]),
      });
    // The width of the grid in a window of 1366 pixels.
    const available = 1366 - 40 - 15;
    const columns = share(900, 160, available);
    expect(widthOf(columns, 'domain')).toBeLessThanOrEqual(160);
    expect(widthOf(columns, 'name')).toBeGreaterThan(312);
    expect(sumOf(share(900, 900, available))).toBeLessThanOrEqual(available);
    // In a wide window, nothing is wider than its content.
    const wide = share(350, 300, 3000);
    expect([widthOf(wide, 'name'), widthOf(wide, 'domain')]).toEqual([350, 300]);
  });
});
