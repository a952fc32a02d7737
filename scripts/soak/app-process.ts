import { readdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../src-shared/errors.ts';
import { startApp } from './app.ts';
import { findDamage } from './check-whole.ts';
import { churn } from './churn.ts';
import { commandSchema, type Answers, type CommandName, type Message } from './messages.ts';
import { digestOf } from './server.ts';

// The process of the app in a soak test. It is started with a folder, an address, a key and the number of tenants.

const [, , folder = '', baseUrl = '', apiKey = '', rows = ''] = process.argv;
const app = await startApp({ folder, baseUrl, apiKey });
let searches = 0;
let exports = 0;

const send = (message: Message) => process.send?.(message);

const handlers: { [Name in CommandName]: () => Promise<Answers[Name]> } = {
  check: () => findDamage(app, Number(rows)),
  churn: () => churn(app, Number(rows), (begins) => send({ begins })),
  refresh: async () => {
    try {
      await app.refresh();
      return null;
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
  },
  search: async () => {
    const names = ['dien', 'công ty', '🏪', 'phien ban 1', '%', 'nguyen', '12'];
    const name = names[searches++ % names.length] ?? '';
    await app.list({ name }, [{ field: 'name', direction: 'ascending' }]);
    await app.facets({ name });
    return null;
  },
  export: async () => {
    await app.writeExport('day', exports++ % 2 === 0 ? 'xlsx' : 'csv');
    return null;
  },
  digest: async () => digestOf(await app.readAll()),
  facts: async () => {
    globalThis.gc?.();
    await setImmediate();
    return {
      memory: process.memoryUsage.rss(),
      files: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
      resources: process.getActiveResourcesInfo().length,
    };
  },
  close: async () => {
    await app.close();
    return null;
  },
};

process.on('message', (message) => {
  const { command } = commandSchema.parse(message);
  handlers[command]().then(
    (answer) => send({ answer }),
    (error: unknown) => send({ error: error instanceof Error ? String(error.stack) : 'unknown' }),
  );
});
// The test may have been stopped.
process.on('disconnect', () => process.exit());
// The app is started.
send({ answer: null });
