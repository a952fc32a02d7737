import { sampleTenants, writeTestExport } from './test-export.ts';

/**
 * A script that writes an export with endless rows to the path in its first argument, until it is killed. Its second
 * argument is the app's data folder. It prints a line when it has written some rows.
 */
const [path = '', dataFolder = ''] = process.argv.slice(2);

async function* createEndlessBatches() {
  for (;;) yield await Promise.resolve({ rows: sampleTenants, unreadableRows: 0 });
}

await writeTestExport(path, {
  dataFolder,
  batches: createEndlessBatches(),
  onProgress: (rows) => {
    if (rows === 5_000) console.log('writing');
  },
});
