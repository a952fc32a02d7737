import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { JsonFile } from './json-file.ts';
import { PartialFiles } from './partial-files.ts';
import { saveFile } from './save-file.ts';

/**
 * A script that writes a settings file and a file of the user twice, in the folder of its first argument. It prints what
 * is in the files, and the names of all files.
 */
const [folder = ''] = process.argv.slice(2);

const format = { schema: z.object({ count: z.number() }), defaultContent: { count: 0 } };
const settings = new JsonFile(join(folder, 'settings.json'), format);
const path = join(folder, 'tenants.csv');
const data = join(folder, 'data');
await mkdir(data);
for (const count of [1, 2]) {
  await settings.change(() => ({ count }));
  await saveFile(path, (file) => file.writeFile(`new ${count}`), {
    fallbackFolder: data,
    partialFiles: new PartialFiles(data),
    patienceMilliseconds: 20,
  });
}
const again = new JsonFile(join(folder, 'settings.json'), format);
const notice = await again.load();
const content = await readFile(path, 'utf8');
const names = (await readdir(folder)).toSorted();
console.log(JSON.stringify({ notice, count: again.content.count, content, names }));
