import { describe, expect, it } from 'vitest';
import { filterSchema, type Filter } from '../../src-shared/list-tenants.ts';
import { createTranslations } from '../translations.ts';
import { describeScope } from './describe-scope.ts';

const translate = createTranslations()('en');
const date = '2026-11-01T00:00:00.000Z';

const allConditions: Required<Omit<Filter, 'since' | 'changedField' | 'asOf'>> = {
  name: 'clinic',
  ownerId: '1012345678901234567',
  statuses: ['P'],
  connectionMethods: ['direct'],
  createdFrom: date,
  createdTo: date,
  changedSince: date,
  changedTo: date,
  change: 'new',
};

describe('describeScope', () => {
  it('returns an empty string for the whole list', () => {
    expect(describeScope({ kind: 'all', source: 'saved', filter: {} }, translate)).toBe('');
  });

  // Otherwise an export of a part would suggest the name of the whole list's file, and could replace that file.
  it.each(Object.entries(allConditions))('mentions the condition %s', (key, value) => {
    const filter = filterSchema.parse({ [key]: value });
    expect(describeScope({ kind: 'all', source: 'saved', filter }, translate)).not.toBe('');
  });
});
