import { openStore } from './record-store.ts';
import { listId, makePage, makeTenant } from './test-store.ts';

/** A program that saves a list repeatedly until a test kills it. All tenants of a version have the same name. */
const [, , folder = '', rows = ''] = process.argv;
const { store } = openStore(folder);
for (let version = (store.status(listId).completeRun?.runId ?? 0) + 1; ; version++) {
  const runId = store.beginRun(listId, {});
  for (let at = 0; at < Number(rows); at += 100) {
    const ids = Array.from({ length: 100 }, (_, offset) => at + offset + 1);
    const tenants = ids.map((id) => makeTenant(id, { name: `Phiên bản ${version}` }));
    store.addPage(runId, makePage(tenants, 'next'));
  }
  store.completeRun(runId);
  process.stdout.write('.');
}
