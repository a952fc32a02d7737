import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readData } from './read-data.ts';

/** Reads a copy of a data folder, because opening it could change it. */
export async function readCopy(folder: string): Promise<unknown> {
  const copy = await mkdtemp(join(tmpdir(), 'etelecom-data-'));
  try {
    await cp(folder, copy, { recursive: true });
    return await readData(copy);
  } finally {
    await rm(copy, { recursive: true });
  }
}
