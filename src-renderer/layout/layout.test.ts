import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutSchema } from '../../src-shared/account-settings.ts';
import { changeColumns, tenantFields } from '../../src-shared/tenant-fields.ts';
import {
  isDefault,
  moveField,
  orderedFields,
  placeField,
  resizeField,
  toggleField,
  defaultLayout,
  visibleColumns,
} from './layout.ts';

const anyField = fc.constantFrom(...tenantFields);
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

const fieldsOf = (layout: typeof defaultLayout) =>
  visibleColumns(layout, []).map(({ field }) => field);

describe('a layout', () => {
  it('always has every field once, the name first, and a form that can be saved', () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        let layout = defaultLayout;
        for (const one of changes) {
          if (one.kind === 'toggle') layout = toggleField(layout, one.field);
          if ('step' in one) layout = moveField(layout, one.field, one.step < 0 ? -1 : 1);
          if ('width' in one) layout = resizeField(layout, one.field, one.width);
          if ('side' in one) {
            const side = one.side === 'before' ? 'before' : 'after';
            layout = placeField(layout, one.field, { side, target: one.target });
          }
        }
        expect(orderedFields(layout).toSorted()).toEqual([...tenantFields].toSorted());
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

  it('moves a column past the next visible one, not past a hidden one', () => {
    const layout = toggleField(defaultLayout, 'createdAt');
    expect(fieldsOf(moveField(layout, 'updatedAt', -1)).slice(0, 3)).toEqual([
      ...['name', 'updatedAt', 'status'],
    ]);
    expect(moveField(layout, 'status', -1)).toBe(layout);
    expect(moveField(layout, 'ownerId', 1)).toBe(layout);
  });

  it('does not move or hide the name', () => {
    expect(placeField(defaultLayout, 'name', { side: 'after', target: 'id' })).toBe(defaultLayout);
    expect(fieldsOf(toggleField(defaultLayout, 'name'))).toContain('name');
  });

  it('shows the account after the name when all accounts are shown', () => {
    const columnsOf = (layout: typeof defaultLayout) =>
      visibleColumns(layout, ['account']).map(({ field }) => field);
    expect(columnsOf(defaultLayout).slice(0, 3)).toEqual(['name', 'account', 'status']);
    const hidden = layoutSchema.parse(toggleField(defaultLayout, 'account'));
    expect(columnsOf(hidden)).not.toContain('account');
    expect(isDefault(hidden)).toBe(false);
    expect(columnsOf(toggleField(hidden, 'account'))).toContain('account');
  });

  it('shows the columns of changes after the name, and keeps them hidden if the user wants that', () => {
    const columnsOf = (layout: typeof defaultLayout) =>
      visibleColumns(layout, ['account', ...changeColumns]).map(({ field }) => field);
    expect(columnsOf(defaultLayout).slice(0, 5)).toEqual([
      ...['name', 'account', 'whatChanged', 'foundAt', 'status'],
    ]);
    const saved = layoutSchema.parse(toggleField(defaultLayout, 'foundAt'));
    expect(columnsOf(saved)).not.toContain('foundAt');
    expect(columnsOf(saved)).toContain('whatChanged');
  });

  it('shows names, states and times by default, and ids of connections and tenants on request', () => {
    expect(fieldsOf(defaultLayout)).toEqual([
      ...['name', 'status', 'createdAt', 'updatedAt', 'domain', 'connectionMethod', 'ownerId'],
    ]);
    expect(orderedFields(defaultLayout).slice(-2)).toEqual(['connectionId', 'id']);
  });

  it('is the default unless a column was changed', () => {
    expect(isDefault({ ...defaultLayout, pageSize: 'all' })).toBe(true);
    expect(isDefault(toggleField(toggleField(defaultLayout, 'id'), 'id'))).toBe(true);
    expect(isDefault(toggleField(defaultLayout, 'id'))).toBe(false);
    expect(isDefault(moveField(defaultLayout, 'domain', 1))).toBe(false);
    expect(isDefault(resizeField(defaultLayout, 'id', 90))).toBe(false);
  });

  it('gives the remaining width to name and domain until they are resized', () => {
    const flexible = (layout: typeof defaultLayout) =>
      visibleColumns(layout, []).filter(({ isFlexible }) => isFlexible).length;
    expect(flexible(defaultLayout)).toBe(2);
    expect(flexible(resizeField(defaultLayout, 'name', 300))).toBe(1);
  });
});
