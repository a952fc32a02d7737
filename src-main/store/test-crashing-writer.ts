import { openStore } from './tenant-store.ts';
import { account, makePage, makeTenant } from './test-store.ts';

/** A program that refreshes a list over and over, for a test that kills it. Each version has names of its own. */
const [, , folder = '', rows = ''] = process.argv;
const { store } = openStore(folder);
for (let version = (store.status(account).completeRun?.runId ?? 0) + 1; ; version++) {
  const runId = store.beginRun(account, {});
  for (let at = 0; at < Number(rows); at += 100) {
    const ids = Array.from({ length: 100 }, (_, offset) => at + offset + 1);
    const tenants = ids.map((id) => makeTenant(id, { name: `Phiên bản ${version}` }));
    store.addPage(runId, makePage(tenants, 'next'));
  }
  store.completeRun(runId);
  process.stdout.write('.');
}
