import { createHash } from 'node:crypto';
import { generateTenants } from '../../sandbox/generate.ts';
import { startSandbox } from '../../sandbox/server.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';

/** The name of every tenant ends with the version of the server's list. */
const versionMark = ' phiên bản ';

/** Starts the sandbox with tenants that can be changed. Its memory is not measured. */
export async function startServer(count: number) {
  const tenants = generateTenants({ count, seed: 1 });
  const names = tenants.map(({ name }) => name);
  const sandbox = await startSandbox({ apiKey: 'soak-key', tenants });
  const setVersion = (version: number) => {
    for (const [at, tenant] of tenants.entries()) {
      tenant.name = `${names[at] ?? ''}${versionMark}${version}`;
    }
  };
  setVersion(0);
  return {
    sandbox,
    /** Renames all tenants. A saved list with names of two versions is damaged. */
    setVersion,
    /** Returns the digest of what the server has. */
    digest: () =>
      digestOf(
        tenants.map((wire) => ({
          id: wire.id,
          name: wire.name,
          domain: wire.domain,
          status: wire.status,
          ownerId: wire.owner_id,
          connectionMethod: wire.connection_method,
          connectionId: wire.connection_id,
          createdAt: wire.created_at,
          updatedAt: wire.updated_at,
        })),
      ),
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}

/** Returns the versions that occur in a list of names. */
export function versionsOf(names: readonly string[]): Set<string> {
  return new Set(names.map((name) => name.slice(name.lastIndexOf(versionMark))));
}

/** Returns a digest of all fields of some tenants, in any order. Missing and zero values are equal. */
export function digestOf(tenants: readonly ListRecord[]): string {
  const value = (text: string | null) => (text === null || text === '0' ? '' : text);
  const rows = tenants.map((tenant) =>
    JSON.stringify([
      ...[tenant.id, tenant.name, tenant.domain, value(tenant.status), value(tenant.ownerId)],
      ...[value(tenant.connectionMethod), value(tenant.connectionId)],
      ...[tenant.createdAt, tenant.updatedAt],
    ]),
  );
  return createHash('sha256').update(rows.toSorted().join('\n')).digest('hex');
}
