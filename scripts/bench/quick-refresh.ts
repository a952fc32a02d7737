import { generateTenants, lastMoment } from '../../sandbox/generate.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { startApp } from './app.ts';

/** Returns how many requests a quick refresh of 10,000 tenants needs after 50 of them have changed. */
export async function requestsOfQuickRefresh(): Promise<number> {
  const tenants = generateTenants({ count: 10_000, seed: 1 });
  await using sandbox = await startSandbox({ apiKey: 'bench-key', tenants });
  await using app = await startApp(sandbox);
  await app.refresh();
  const updated_at = new Date(lastMoment + 3_600_000).toISOString();
  const isChanged = (place: number) => place % 200 === 0;
  sandbox.setTenants(
    tenants.map((tenant, place) =>
      isChanged(place) ? { ...tenant, name: `${tenant.name} 2`, updated_at } : tenant,
    ),
  );
  const before = sandbox.requests.length;
  const { kind, changes } = await app.refresh('quick');
  if (kind !== 'quick' || changes.changed !== 50) throw new Error('The changes were not found');
  return sandbox.requests.length - before;
}
