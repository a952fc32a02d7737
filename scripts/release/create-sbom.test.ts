import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect, test } from 'vitest';
import { createSbom } from './create-sbom.ts';

const product = { name: 'etelecom-tenants', version: '1.2.3', license: 'MIT' };
const shipped = [
  { name: '@github/keytar', version: '7.10.6', license: 'MIT' },
  { name: 'electron', version: '45.4.1', license: 'MIT' },
  { name: 'unlicensed', version: '0.1.0-rc.1', license: undefined },
  { name: 'victory-vendor', version: '37.3.6', license: 'MIT AND ISC AND BSD-3-Clause' },
];
const sbom = createSbom(product, shipped, '2026-11-26T03:00:00.000Z');

const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);

test('the SBOM is valid against the official schema', async () => {
  expect(await validator.validate(JSON.stringify(sbom))).toBeNull();
  const wrong = JSON.stringify({ ...sbom, components: [{ name: 'electron' }] });
  expect(await validator.validate(wrong)).not.toBeNull();
});

test('the SBOM has each package once, with its version, license and scanner address', () => {
  const library = { type: 'library' };
  expect(sbom).toMatchObject({
    metadata: {
      timestamp: '2026-11-26T03:00:00.000Z',
      component: { type: 'application', purl: 'pkg:npm/etelecom-tenants@1.2.3' },
    },
    components: [
      { ...library, group: '@github', name: 'keytar', purl: 'pkg:npm/%40github/keytar@7.10.6' },
      { type: 'framework', name: 'electron', version: '45.4.1', purl: 'pkg:npm/electron@45.4.1' },
      { ...library, name: 'unlicensed', version: '0.1.0-rc.1' },
      { ...library, licenses: [{ expression: 'MIT AND ISC AND BSD-3-Clause' }] },
    ],
  });
  expect(sbom).toHaveProperty('dependencies.0.dependsOn.length', shipped.length);
});
