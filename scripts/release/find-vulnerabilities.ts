import { z } from 'zod';
import type { ShippedPackage } from './shipped-packages.ts';

/** The part of `npm audit --json` that is used: https://docs.npmjs.com/cli/commands/npm-audit */
const reportSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']),
      /** The vulnerabilities of the package, or the names of vulnerable packages that it depends on. */
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
    }),
  ),
});

export interface Vulnerability {
  name: string;
  severity: string;
  reasons: string[];
  /** Whether users get this package. All others only run on the computers of developers. */
  isShipped: boolean;
}

/**
 * Reads the answer of `npm audit --json`. `--omit=dev` would hide almost everything, because bundled packages are
 * development dependencies.
 *
 * @throws if it is not a report, for example because the registry did not answer.
 */
export function findVulnerabilities(
  report: string,
  shipped: readonly ShippedPackage[],
): Vulnerability[] {
  const names = new Set(shipped.map(({ name }) => name));
  const { vulnerabilities } = reportSchema.parse(JSON.parse(report));
  return Object.values(vulnerabilities).map(({ name, severity, via }) => ({
    name,
    severity,
    reasons: via.map((one) => (typeof one === 'string' ? one : `${one.title} (${one.url})`)),
    // npm reports keytar under its alias.
    isShipped: names.has(name) || name === 'keytar',
  }));
}
