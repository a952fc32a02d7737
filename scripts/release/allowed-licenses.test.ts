import { expect, test } from 'vitest';
import { findForbiddenLicenses } from './allowed-licenses.ts';

const found = (license: string | undefined) =>
  findForbiddenLicenses([{ name: 'some', version: '1.0.0', license }]).length > 0;

test.each(['MIT', 'ISC', 'MIT AND ISC AND BSD-3-Clause', 'GPL-3.0-only OR MIT'])(
  '%s is allowed',
  (license) => {
    expect(found(license)).toBe(false);
  },
);

test.each([undefined, '', 'GPL-3.0-only', 'MIT AND GPL-3.0-only', 'UNLICENSED', '(MIT)'])(
  '%s is refused',
  (license) => {
    expect(found(license)).toBe(true);
  },
);
