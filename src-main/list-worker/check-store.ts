import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { findDamage } from '../store/sqlite/find-damage.ts';

/** Checks the database at the path that it is started with, and reports whether it is damaged. */
parentPort?.postMessage(findDamage(z.string().parse(workerData)) !== null);
