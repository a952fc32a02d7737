import { findForbiddenLicenses } from './release/allowed-licenses.ts';
import { readShippedPackages } from './release/shipped-packages.ts';

/** Fails if the built app contains a package whose license is not in the list of allowed ones. */
async function checkLicenses(): Promise<number> {
  const shipped = await readShippedPackages();
  const forbidden = findForbiddenLicenses(shipped);
  for (const { name, version, license } of forbidden) {
    console.error(`${name} ${version}: ${license ?? 'no license'} is not in allowed-licenses.ts`);
  }
  console.log(`${shipped.length} shipped packages, ${forbidden.length} without an allowed license`);
  return forbidden.length === 0 ? 0 : 1;
}

process.exitCode = await checkLicenses();
