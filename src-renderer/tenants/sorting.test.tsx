import fc from 'fast-check';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import type { Sort } from '../../src-shared/list-tenants.ts';
import { toSort, toSortingState } from './sorting.ts';
import { useTenantTable } from './use-tenant-table.ts';

/** The sort after a click on the header of `field`, when the list is sorted by `sort`. */
function clicked(field: string, sort: Sort | undefined): Sort | undefined {
  const i18n = i18next.createInstance({ initAsync: false });
  void i18n.init();
  let click: (() => void) | undefined;
  let next: Sort | undefined;
  function Probe() {
    const table = useTenantTable([], sort, (changed) => {
      next = changed;
    });
    const column = table.getColumn(field);
    click = () => column?.getToggleSortingHandler()?.({});
    return null;
  }
  renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <Probe />
    </I18nextProvider>,
  );
  click?.();
  return next;
}

describe('a click on a sortable header', () => {
  it('goes from descending to ascending to none', () => {
    const descending = clicked('createdAt', undefined);
    expect(descending).toEqual({ field: 'createdAt', direction: 'descending' });
    const ascending = clicked('createdAt', descending);
    expect(ascending).toEqual({ field: 'createdAt', direction: 'ascending' });
    expect(clicked('createdAt', ascending)).toBeUndefined();
  });

  it('begins anew at another column', () => {
    expect(clicked('updatedAt', { field: 'createdAt', direction: 'ascending' })).toEqual({
      field: 'updatedAt',
      direction: 'descending',
    });
  });
});

describe('toSort', () => {
  it('reads back every sort the contract has', () => {
    const sort = fc.record<Sort>({
      field: fc.constantFrom('createdAt', 'updatedAt'),
      direction: fc.constantFrom('ascending', 'descending'),
    });
    fc.assert(
      fc.property(fc.option(sort, { nil: undefined }), (any) => {
        expect(toSort(toSortingState(any))).toEqual(any);
      }),
    );
  });

  it('does not sort by what the server cannot sort by', () => {
    expect(toSort([{ id: 'name', desc: true }])).toBeUndefined();
  });
});
