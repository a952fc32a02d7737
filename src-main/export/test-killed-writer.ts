import { plainTenants, writeTestExport } from './test-export.ts';

/** Writes into the file that is named, without end, and says so; to be killed. For tests only. */
const [path = ''] = process.argv.slice(2);

async function* endlessly() {
  for (;;) yield await Promise.resolve({ rows: plainTenants, unreadableRows: 0 });
}

await writeTestExport(path, {
  pages: endlessly(),
  onProgress: (rows) => {
    if (rows === 5_000) console.log('writing');
  },
});
