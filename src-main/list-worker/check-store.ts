import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { recordKinds } from '../../src-shared/record-kinds.ts';
import { databaseNames } from '../store/database-names.ts';
import { findDamage } from '../store/sqlite/find-damage.ts';

const checkedSchema = z.object({ dataFolder: z.string(), records: z.enum(recordKinds) });

/** Checks the database that it is started with, and reports whether it is damaged. */
const { dataFolder, records } = checkedSchema.parse(workerData);
parentPort?.postMessage(findDamage(join(dataFolder, databaseNames[records])) !== null);
