import { join } from 'node:path';
import { AppError } from '../../src-shared/errors.ts';
import { recordKinds } from '../../src-shared/record-kinds.ts';
import { readFileSize } from '../files/read-file-size.ts';
import { databaseNames } from './database-names.ts';

/** Returns the size of the databases of all saved lists, in bytes; `null` if it cannot be read. */
export async function readStoreSize(dataFolder: string): Promise<number | null> {
  try {
    const sizes = await Promise.all(
      recordKinds.map((records) => readFileSize(join(dataFolder, databaseNames[records]))),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
