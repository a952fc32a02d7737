import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { AppError, type Result } from '../../src-shared/errors.ts';
import type { TableFile } from '../../src-shared/tables.ts';
import { parseTable } from './parse-table.ts';

const fileSchema = z.object({ name: z.string(), bytes: z.instanceof(Uint8Array<ArrayBuffer>) });

/** Parses the file that the thread is started with, and reports its sheets or why it cannot be read. */
async function readFile(): Promise<Result<TableFile>> {
  try {
    const { name, bytes } = fileSchema.parse(workerData);
    return { ok: true, value: await parseTable(name, bytes) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toFields() };
    throw error;
  }
}

parentPort?.postMessage(await readFile());
