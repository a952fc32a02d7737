import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutSchema } from '../../src-shared/account-settings.ts';
import { changeColumns, tenantColumns } from '../../src-shared/tenant-fields.ts';
import { orderedFields, visibleExportColumns } from '../../src-shared/visible-columns.ts';
import {
  isDefault,
  moveField,
  placeField,
  resizeColumn,
  resizeField,
  toggleField,
  defaultLayouts,
  visibleColumns,
} from './layout.ts';

const anyField = fc.constantFrom(...tenantColumns);
const change = fc.oneof(
  fc.record({ kind: fc.constant('toggle'), field: anyField }),
  fc.record({ kind: fc.constant('move'), field: anyField, step: fc.constantFrom(-1, 1) }),
  fc.record({
    kind: fc.constant('place'),
    field: anyField,
    target: anyField,
    side: fc.constantFrom('before', 'after'),
  }),
  fc.record({ kind: fc.constant('resize'), field: anyField, width: fc.integer() }),
);

const fieldsOf = (layout: typeof defaultLayouts.tenants) => visibleColumns(layout, []);

describe('a layout', () => {
  it('always has every field once, the name first, and a form that can be saved', () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        let layout = defaultLayouts.tenants;
        for (const one of changes) {
          if (one.kind === 'toggle') layout = toggleField(layout, one.field);
          if ('step' in one) layout = moveField(layout, one.field, one.step < 0 ? -1 : 1);
          if ('width' in one) layout = resizeField(layout, one.field, one.width);
          if ('side' in one) {
            const side = one.side === 'before' ? 'before' : 'after';
            layout = placeField(layout, one.field, { side, target: one.target });
          }
        }
        expect(orderedFields(layout).toSorted()).toEqual([...tenantColumns].toSorted());
        expect(fieldsOf(layout)[0]).toBe('name');
        expect(layoutSchema.parse(layout)).toEqual(layout);
      }),
    );
  });

  it('ignores unknown fields and appends missing ones', () => {
    const stored = { order: ['id', 'credit', 'name'], hidden: ['credit', 'status'], widths: {} };
    expect(fieldsOf(layoutSchema.parse({ ...stored, widths: { credit: 90 } }))).toEqual([
      ...['name', 'id', 'createdAt', 'updatedAt', 'domain', 'connectionMethod', 'ownerId'],
      'connectionId',
    ]);
  });

  it('hides the age in layouts of versions that did not know it', () => {
    const stored = { order: ['name', 'domain'], hidden: ['status'], widths: {}, pageSize: 25 };
    const layout = layoutSchema.parse(stored);
    expect(fieldsOf(layout)).not.toContain('age');
    expect(fieldsOf(layout)).toContain('id');
    const shown = layoutSchema.parse(moveField(toggleField(layout, 'age'), 'age', -1));
    expect(fieldsOf(shown)).toContain('age');
    expect(visibleExportColumns(shown)).not.toContain('age');
  });

  it('moves a column past the next visible one, not past a hidden one', () => {
    const layout = toggleField(defaultLayouts.tenants, 'createdAt');
    expect(fieldsOf(moveField(layout, 'updatedAt', -1)).slice(0, 3)).toEqual([
      ...['name', 'updatedAt', 'status'],
    ]);
    expect(moveField(layout, 'status', -1)).toBe(layout);
    expect(moveField(layout, 'ownerId', 1)).toBe(layout);
  });

  it('does not move or hide the name', () => {
    expect(placeField(defaultLayouts.tenants, 'name', { side: 'after', target: 'id' })).toBe(
      defaultLayouts.tenants,
    );
    expect(fieldsOf(toggleField(defaultLayouts.tenants, 'name'))).toContain('name');
  });

  it('shows the account after the name when all accounts are shown', () => {
    const columnsOf = (layout: typeof defaultLayouts.tenants) =>
      visibleColumns(layout, ['account']);
    expect(columnsOf(defaultLayouts.tenants).slice(0, 3)).toEqual(['name', 'account', 'status']);
    const hidden = layoutSchema.parse(toggleField(defaultLayouts.tenants, 'account'));
    expect(columnsOf(hidden)).not.toContain('account');
    expect(isDefault(hidden)).toBe(false);
    expect(columnsOf(toggleField(hidden, 'account'))).toContain('account');
  });

  it('shows the columns of changes after the name, and keeps them hidden if the user wants that', () => {
    const columnsOf = (layout: typeof defaultLayouts.tenants) =>
      visibleColumns(layout, ['account', ...changeColumns]);
    expect(columnsOf(defaultLayouts.tenants).slice(0, 5)).toEqual([
      ...['name', 'account', 'whatChanged', 'foundAt', 'status'],
    ]);
    const saved = layoutSchema.parse(toggleField(defaultLayouts.tenants, 'foundAt'));
    expect(columnsOf(saved)).not.toContain('foundAt');
    expect(columnsOf(saved)).toContain('whatChanged');
  });

  it('shows names, states and times by default, and ids of connections and tenants on request', () => {
    expect(fieldsOf(defaultLayouts.tenants)).toEqual([
      ...['name', 'status', 'createdAt', 'updatedAt', 'domain', 'connectionMethod', 'ownerId'],
    ]);
    expect(orderedFields(defaultLayouts.tenants).slice(-2)).toEqual(['connectionId', 'id']);
  });

  it('is the default unless a column was changed', () => {
    expect(isDefault({ ...defaultLayouts.tenants, pageSize: 'all' })).toBe(true);
    expect(isDefault(toggleField(toggleField(defaultLayouts.tenants, 'id'), 'id'))).toBe(true);
    expect(isDefault(toggleField(defaultLayouts.tenants, 'id'))).toBe(false);
    expect(isDefault(moveField(defaultLayouts.tenants, 'domain', 1))).toBe(false);
    expect(isDefault(resizeField(defaultLayouts.tenants, 'id', 90))).toBe(false);
  });

  it('keeps the widths of the columns before a resized one, and only those', () => {
    const shown = [
      { field: 'name', width: 301, isShared: true },
      { field: 'status', width: 132, isShared: false },
      { field: 'domain', width: 250, isShared: true },
      { field: 'whatChanged', width: 320, isShared: true },
    ] as const;
    const resized = resizeColumn(defaultLayouts.tenants, shown, 'domain', 280);
    expect(resized.widths).toEqual({ name: 301, domain: 280 });
    expect(resizeColumn(resized, shown.slice(1), 'status', 90).widths).toEqual({
      ...{ name: 301, domain: 280, status: 90 },
    });
  });
});
