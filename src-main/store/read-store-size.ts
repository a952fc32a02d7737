import { join } from 'node:path';
import { recordKinds } from '../../src-shared/record-kinds.ts';
import { readFileSize } from '../files/read-file-size.ts';
import { databaseNames } from './database-names.ts';

/** Returns the size of the databases of all saved lists, in bytes. @throws AppError with a file code. */
export async function readStoreSize(dataFolder: string): Promise<number> {
  const sizes = await Promise.all(
    recordKinds.map((records) => readFileSize(join(dataFolder, databaseNames[records]))),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
