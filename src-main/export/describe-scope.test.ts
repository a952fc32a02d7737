import { describe, expect, it } from 'vitest';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import { filterSchema, type Filter } from '../../src-shared/list-tenants.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import { createTranslations } from '../translations.ts';
import { describeScope } from './describe-scope.ts';

const localization = {
  language: 'en' as const,
  translate: createTranslations()('en'),
  clock: createClock('vietnam'),
};
/** In Vietnam it is already the 20th. */
const evening = '2026-11-19T18:00:00.000Z';
const date = '2026-11-01T00:00:00.000Z';

/** The accounts of a filter are named in another part of the file's name. */
const allConditions: Required<Omit<Filter, 'since' | 'changedField' | 'accountIds'>> = {
  name: 'clinic',
  ownerIds: ['1012345678901234567'],
  statuses: ['P'],
  connectionMethods: ['direct'],
  networks: ['viettel'],
  matching: { by: 'any', values: ['1', '2'] },
  createdFrom: date,
  createdTo: date,
  changedFrom: date,
  changedTo: date,
  change: 'new',
  asOf: date,
  isStarred: true,
  hasNote: true,
  tags: ['VIP'],
};

describe('describeScope', () => {
  it('returns an empty string for the whole list', () => {
    expect(describeScope({ kind: 'all', source: 'saved', filter: {} }, localization, null)).toBe(
      '',
    );
  });

  // Otherwise an export of a part would suggest the name of the whole list's file, and could replace that file.
  it.each(Object.entries(allConditions))('mentions the condition %s', (key, value) => {
    const filter = filterSchema.parse({ [key]: value });
    expect(describeScope({ kind: 'all', source: 'saved', filter }, localization, null)).not.toBe(
      '',
    );
  });

  const field = { field: 'status', after: 'N' } as const;
  it.each<[string, ExportScope]>([
    ['changes since 2026-11-20', { kind: 'changes', since: 'seen', filter: {} }],
    [
      'Gone since 2026-11-20 hoa',
      { kind: 'changes', since: 'seen', filter: { change: 'gone', name: 'hoa' } },
    ],
    [
      'changes since 2026-11-20 Status → Disabled',
      { kind: 'all', source: 'saved', filter: { change: 'any', changedField: field } },
    ],
    [
      'selected changes since 2026-11-20',
      { kind: 'selectedSaved', keys: [], filter: { change: 'any', since: 'seen', name: 'hoa' } },
    ],
    [
      'selected as of 2026-11-20',
      { kind: 'all', source: 'saved', filter: { asOf: evening }, except: ['1'] },
    ],
    ['selected', { kind: 'selectedSaved', keys: [], filter: {} }],
    ['overview Disabled', { kind: 'overview', filter: { statuses: ['N'] } }],
    ['as of 2026-11-20', { kind: 'all', source: 'saved', filter: { asOf: evening } }],
  ])('returns %j', (words, scope) => {
    expect(describeScope(scope, localization, evening)).toBe(words);
  });
});
