import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PartialFiles } from './partial-files.ts';

/** A script that removes the abandoned files of a data folder, and reads a file while it waits. It prints the order. */
const [dataFolder = ''] = process.argv.slice(2);

const order: string[] = [];
const removing = new PartialFiles(dataFolder).removeAbandoned().then(() => order.push('removed'));
// By then, the first file is being removed.
await new Promise((resolve) => setTimeout(resolve, 500));
await readFile(join(dataFolder, 'other.json'));
order.push('read');
await removing;
console.log(JSON.stringify(order));
