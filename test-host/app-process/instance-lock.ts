import { mkdirSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const startSchema = z.object({ args: z.array(z.string()), data: z.unknown() });

type Start = z.infer<typeof startSchema>;

const lockName = '.test-host-lock';
const startName = /^\.test-host-start-\d+$/;

/** The lock of a data folder, as a file with the number of the process. A second process leaves a file for the first. */
export class InstanceLock {
  readonly #onSecondStart: (start: Start) => void;
  #release: (() => void) | null = null;

  constructor(onSecondStart: (start: Start) => void) {
    this.#onSecondStart = onSecondStart;
  }

  /** Returns whether this process has the lock of `folder`. If not, `start` is sent to the process that has it. */
  request(folder: string, start: Start): boolean {
    mkdirSync(folder, { recursive: true });
    const lock = join(folder, lockName);
    if (!take(lock)) {
      writeFileSync(join(folder, `.test-host-start-${process.pid}`), JSON.stringify(start));
      return false;
    }
    const watcher = watch(folder, () => this.#receive(folder));
    // The folder can be deleted while the app runs.
    watcher.on('error', () => watcher.close());
    watcher.unref();
    this.#release = () => {
      watcher.close();
      rmSync(lock, { force: true });
      this.#release = null;
    };
    process.on('exit', () => this.release());
    return true;
  }

  /** Gives the lock to the next process that requests it. */
  release(): void {
    this.#release?.();
  }

  #receive(folder: string): void {
    for (const name of namesIn(folder).filter((each) => startName.test(each))) {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      // The file is still being written.
      if (text === '') continue;
      rmSync(path);
      this.#onSecondStart(startSchema.parse(JSON.parse(text)));
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Creates the lock, or takes that of a process that was killed. @returns whether this process has it. */
function take(lock: string): boolean {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      if (isHeld(lock)) return false;
      rmSync(lock, { force: true });
    }
  }
}

/** Returns whether the process that wrote the lock still runs. */
function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
