import fc from 'fast-check';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import type { Sort } from '../../src-shared/list-tenants.ts';
import { tenantFields } from '../../src-shared/tenant-fields.ts';
import type { Source } from '../saved-list/choose-source.ts';
import { sortFor, toSort, toSortingState } from './sorting.ts';
import { useTenantTable } from './use-tenant-table.ts';

/** The sort after a click on the header of `field`, when the list is sorted by `sort`. */
function clicked(
  field: string,
  sort: Sort[] | undefined,
  source: Source = 'live',
): Sort[] | undefined {
  const i18n = i18next.createInstance({ initAsync: false });
  void i18n.init();
  let click: (() => void) | undefined;
  let next: Sort[] | undefined;
  function Probe() {
    const table = useTenantTable([], source, sort, (changed) => {
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
    expect(descending).toEqual([{ field: 'createdAt', direction: 'descending' }]);
    const ascending = clicked('createdAt', descending);
    expect(ascending).toEqual([{ field: 'createdAt', direction: 'ascending' }]);
    expect(clicked('createdAt', ascending)).toBeUndefined();
  });

  it('begins anew at another column', () => {
    expect(clicked('updatedAt', [{ field: 'createdAt', direction: 'ascending' }])).toEqual([
      { field: 'updatedAt', direction: 'descending' },
    ]);
  });
});

describe('of the saved list', () => {
  it('every column sorts, words from their beginning and times from the newest', () => {
    for (const field of tenantFields) {
      const isTime = field === 'createdAt' || field === 'updatedAt';
      expect(clicked(field, undefined, 'saved')).toEqual([
        { field, direction: isTime ? 'descending' : 'ascending' },
      ]);
    }
  });
});

describe('toSort', () => {
  it('reads back every sort the contract has', () => {
    const sort = fc.record<Sort>({
      field: fc.constantFrom(...tenantFields),
      direction: fc.constantFrom('ascending', 'descending'),
    });
    fc.assert(
      fc.property(
        fc.option(fc.array(sort, { minLength: 1, maxLength: 2 }), { nil: undefined }),
        (any) => {
          expect(toSort(toSortingState(any))).toEqual(any);
        },
      ),
    );
  });

  it('does not sort by what is not a field', () => {
    expect(toSort([{ id: 'unheard', desc: true }])).toBeUndefined();
  });
});

it('sortFor does not ask the server for an order it does not know', () => {
  const byName: Sort = { field: 'name', direction: 'ascending' };
  const byTime: Sort = { field: 'createdAt', direction: 'ascending' };
  const byUpdate: Sort = { field: 'updatedAt', direction: 'ascending' };
  expect(sortFor('saved', [byName, byTime])).toEqual([byName, byTime]);
  expect(sortFor('live', [byName])).toBeUndefined();
  expect(sortFor('live', [byName, byTime])).toEqual([byTime]);
  expect(sortFor('live', [byTime, byUpdate])).toEqual([byTime]);
});
