import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock } from '../../src-shared/time-zone.ts';
import { createTranslations } from '../translations.ts';
import { nameScheduledFile, suggestFileName } from './suggest-file-name.ts';

const localization = {
  language: 'en' as const,
  translate: createTranslations()('en'),
  clock: createClock('vietnam'),
};

function suggest(
  accountName: string | null,
  search: string,
  format: 'xlsx' | 'csv',
  maximumLength = 218,
) {
  const scope = { kind: 'all', source: 'saved', filter: { name: search } } as const;
  return suggestFileName(
    {
      accountName,
      scope,
      records: 'tenants',
      comparedFrom: null,
      date: '2026-11-23',
      format,
      maximumLength,
    },
    localization,
  );
}

describe('suggestFileName', () => {
  it.each([
    [null, '', 'etelecom-tenants_2026-11-23.xlsx'],
    ['Miền Nam', '', 'etelecom-tenants_Miền-Nam_2026-11-23.xlsx'],
    ['A/B: "C"', 'khách sạn', 'etelecom-tenants_A-B-C_khách-sạn_2026-11-23.xlsx'],
    ['[Miền] Nam', '~$a', 'etelecom-tenants_Miền-Nam_~$a_2026-11-23.xlsx'],
    ['...', 'con.', 'etelecom-tenants_con_2026-11-23.xlsx'],
    ['Miê\u0300n', 'a_b', 'etelecom-tenants_Miền_a-b_2026-11-23.xlsx'],
  ])('for %j and %j returns %s', (accountName, search, name) => {
    expect(suggest(accountName, search, 'xlsx')).toBe(name);
  });

  it('returns a name that every operating system accepts, for any account name', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    const reserved = fc.constantFrom(
      'CON',
      'nul.',
      'COM1 ',
      'LPT9',
      '..',
      '. .',
      'a\u0000b',
      '\ud800',
    );
    const part = fc.oneof(text, reserved);
    fc.assert(
      fc.property(part, part, fc.constantFrom('xlsx', 'csv'), (accountName, search, format) => {
        const name = suggest(accountName, search, format);
        expect(name).toMatch(/^etelecom-tenants_(.+_)?2026-11-23\.(xlsx|csv)$/u);
        // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
        // oxlint-disable-next-line no-control-regex -- Windows forbids these characters
        expect(name).not.toMatch(/[<>:"/\\|?*[\]\u0000-\u001f]/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(name.isWellFormed()).toBe(true);
        // With room for a suffix such as ` (2)` or for the extension of a temporary file.
        expect(Buffer.byteLength(name) + 18).toBeLessThanOrEqual(255);
      }),
    );
  });

  it.each([
    [70, 'etelecom-tenants_Công-ty-Minh-Anh_khách-sạn_2026-11-23.xlsx'],
    [50, 'etelecom-tenants_Công-ty_khách-sạn_2026-11-23.xlsx'],
    [36, 'etelecom-tenants_C_k_2026-11-23.xlsx'],
    [32, 'etelecom-tenants_2026-11-23.xlsx'],
    [20, 'etelecom-tenant.xlsx'],
    [-9, 'e.xlsx'],
  ])('returns a name of at most %d characters if that is possible', (maximumLength, name) => {
    expect(suggest('Công ty Minh Anh', 'khách sạn', 'xlsx', maximumLength)).toBe(name);
  });
});

describe('nameScheduledFile', () => {
  const names = { accountName: 'Công ty Minh Anh', viewName: 'Khách sạn', format: 'xlsx' as const };

  it.each([
    [218, 'etelecom-tenants_Công-ty-Minh-Anh_Khách-sạn.xlsx'],
    [48, 'etelecom-tenants_Công-ty-Minh-Anh_Khách-sạn.xlsx'],
    [44, 'etelecom-tenants_Công-ty-Minh_Khách-sạn.xlsx'],
    [33, 'etelecom-tenants_Công_Khách.xlsx'],
    [24, 'etelecom-tenants_K.xlsx'],
    [21, 'etelecom-tenants.xlsx'],
    [-9, 'etelecom-tenants.xlsx'],
  ])('returns a name of at most %d characters if that is possible', (maximumLength, name) => {
    expect(nameScheduledFile({ ...names, maximumLength })).toBe(name);
  });

  it('leaves out the view if there is none', () => {
    const name = nameScheduledFile({ ...names, viewName: null, maximumLength: 218 });
    expect(name).toBe('etelecom-tenants_Công-ty-Minh-Anh.xlsx');
  });
});
