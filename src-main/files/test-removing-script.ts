import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PartialFiles } from './partial-files.ts';

/**
 * A script that removes the abandoned files of a data folder, and reads a file meanwhile. It prints how long the reading
 * took, in milliseconds.
 */
const [dataFolder = ''] = process.argv.slice(2);

const removing = new PartialFiles(dataFolder).removeAbandoned();
// By then, the first file is being removed.
await delay(500);
const start = performance.now();
await readFile(join(dataFolder, 'other.json'));
const milliseconds = performance.now() - start;
await removing;
console.log(JSON.stringify(milliseconds));
