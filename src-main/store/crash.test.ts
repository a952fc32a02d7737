import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openStore } from './record-store.ts';
import { listId, listAll, StoreFolder } from './test-store.ts';

const rows = 1000;
const writer = new URL('test-crashing-writer.ts', import.meta.url).pathname;

it(
  'keeps a complete list when the writing process is killed 20 times',
  { timeout: 180_000 },
  async () => {
    using folder = new StoreFolder();
    for (let round = 0; round < 20; round++) {
      const child = spawn(process.execPath, [writer, folder.path, String(rows)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      // Wait for the first complete list, then kill the process at a random moment of the runs that follow.
      await once(child.stdout, 'data');
      await setTimeout(Math.random() * 150);
      child.kill('SIGKILL');
      await once(child, 'exit');

      const { store, notice } = openStore(folder.path);
      expect(notice).toBeNull();
      const tenants = listAll(store);
      expect(tenants).toHaveLength(rows);
      expect(new Set(tenants.map(({ name }) => name)).size).toBe(1);
      expect(listAll(store, {}, [{ field: 'id', direction: 'ascending' }])[9]?.id).toBe('10');
      expect(listAll(store, { name: 'phien ban' })).toHaveLength(rows);
      const { state, interruptedRun } = store.status(listId);
      expect(state).toBe('complete');
      expect((interruptedRun?.rows ?? 0) % 100).toBe(0);
      store.close();
    }
  },
);
