import { describe, expect, it } from 'vitest';
import { filterSchema, type Filter } from '../../src-shared/list-tenants.ts';
import { createTranslations } from '../translations.ts';
import { scopeWords } from './scope-words.ts';

const translate = createTranslations()('en');
const moment = '2026-11-01T00:00:00.000Z';

const each: Required<Filter> = {
  name: 'clinic',
  ownerId: '1012345678901234567',
  statuses: ['P'],
  connectionMethods: ['direct'],
  createdFrom: moment,
  createdTo: moment,
  changedSince: moment,
  changedTo: moment,
  change: 'new',
};

describe('what an export holds, in words', () => {
  it('is nothing for the whole list', () => {
    expect(scopeWords({ kind: 'all', source: 'saved', filter: {} }, translate)).toBe('');
  });

  // Otherwise a part would be saved under the whole list's name, and over it.
  it.each(Object.entries(each))('tells a part by its %s from the whole', (key, value) => {
    const filter = filterSchema.parse({ [key]: value });
    expect(scopeWords({ kind: 'all', source: 'saved', filter }, translate)).not.toBe('');
  });
});
