import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from './file-name.ts';

const date = '2026-11-23';

describe('the name of an export', () => {
  it.each([
    [null, '', 'etelecom-tenants_2026-11-23.xlsx'],
    ['Miền Nam', '', 'etelecom-tenants_Miền-Nam_2026-11-23.xlsx'],
    ['A/B: "C"', 'khách sạn', 'etelecom-tenants_A-B-C_khách-sạn_2026-11-23.xlsx'],
    ['...', 'con.', 'etelecom-tenants_con_2026-11-23.xlsx'],
    ['Miê\u0300n', 'a_b', 'etelecom-tenants_Miền_a-b_2026-11-23.xlsx'],
  ])('of %j and %j is %s', (account, words, name) => {
    expect(fileName({ account, words, date, extension: 'xlsx' })).toBe(name);
  });

  it('is one that every system takes, whatever the account is called', () => {
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
      fc.property(part, part, fc.constantFrom('xlsx', 'csv'), (account, words, extension) => {
        const name = fileName({ account, words, date, extension });
        expect(name).toMatch(/^etelecom-tenants_(.+_)?2026-11-23\.(xlsx|csv)$/u);
        // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
        // eslint-disable-next-line no-control-regex -- these are what Windows forbids
        expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(name.isWellFormed()).toBe(true);
        // With the dot and the `.1234abcd.partial` of a file that is being written.
        expect(Buffer.byteLength(name) + 18).toBeLessThanOrEqual(255);
      }),
    );
  });
});
