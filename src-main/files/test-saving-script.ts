import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PartialFiles } from './partial-files.ts';
import { saveFile } from './save-file.ts';

/** A script that saves `new.xlsx` of its first argument, a folder, as `sheets/tenants.xlsx`. It prints the result. */
const [folder = ''] = process.argv.slice(2);

const content = await readFile(join(folder, 'new.xlsx'));
const { path, obstacle } = await saveFile(
  join(folder, 'sheets', 'tenants.xlsx'),
  (file) => file.writeFile(content),
  {
    fallbackFolder: folder,
    partialFiles: new PartialFiles(join(folder, 'data')),
    patienceMilliseconds: 20,
  },
);
console.log(JSON.stringify({ path, obstacle: obstacle?.code ?? null }));
