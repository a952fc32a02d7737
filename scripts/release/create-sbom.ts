import type { ShippedPackage } from './shipped-packages.ts';

interface Product {
  /** The name and version in package.json. */
  name: string;
  version: string;
  license: string;
}

/**
 * Returns the list of everything that is in the packages, as CycloneDX 1.6: https://cyclonedx.org/docs/1.6/json/
 *
 * @param createdAt ISO 8601.
 */
export function createSbom(
  product: Product,
  shipped: readonly ShippedPackage[],
  createdAt: string,
): object {
  const components = shipped.map((one) => componentOf(one));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: createdAt,
      component: { ...componentOf(product), type: 'application' },
    },
    components,
    // The bundles do not say which package needs which, so the app depends on all of them directly.
    dependencies: [
      { ref: purlOf(product), dependsOn: components.map((component) => component['bom-ref']) },
      ...components.map((component) => ({ ref: component['bom-ref'] })),
    ],
  };
}

function componentOf({ name, version, license }: ShippedPackage) {
  const purl = purlOf({ name, version });
  const [group, ownName] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type: name === 'electron' ? 'framework' : 'library',
    'bom-ref': purl,
    ...(group !== undefined && { group }),
    name: ownName,
    version,
    ...(license !== undefined && { licenses: [{ expression: license }] }),
    purl,
  };
}

/** Returns the address of a package for scanners: https://github.com/package-url/purl-spec */
function purlOf({ name, version }: Pick<ShippedPackage, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
