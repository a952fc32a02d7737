import type { ShippedPackage } from './shipped-packages.ts';

/** Licenses that allow shipping a package in this app if their text is in the About dialog. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  // Fonts only.
  'OFL-1.1',
]);

/** Returns the packages with a license that nobody has allowed yet. */
export function findForbiddenLicenses(shipped: readonly ShippedPackage[]): ShippedPackage[] {
  return shipped.filter(({ license }) => license === undefined || !isAllowed(license));
}

/** Reads an SPDX expression. For `A OR B`, one allowed license is enough. Expressions with parentheses are refused. */
function isAllowed(license: string): boolean {
  return license
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.has(one)));
}
