import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { commandResultSchema } from '../command-line/command.ts';

const answerName = /^\.second-start-[0-9a-f]{16}$/;
export const answerNameSchema = z.string().regex(answerName);

/** What the process that has the lock answers: one line of JSON each. */
const answerSchema = z.discriminatedUnion('kind', [
  /** It runs the command that it was sent. */
  z.object({ kind: z.literal('accepted'), processId: z.number().int().positive() }),
  /** It runs a command and has no window, or it is ending. The other process waits for its end. */
  z.object({ kind: z.literal('hasNoWindow'), processId: z.number().int().positive() }),
  z.object({ kind: z.literal('progress'), text: z.string().max(1_000) }),
  z.object({ kind: z.literal('result'), result: commandResultSchema }),
]);

export type Answer = z.infer<typeof answerSchema>;

/** Nobody waits for an answer that long, in milliseconds. */
const abandonedAfter = 24 * 3_600_000;

/**
 * The file in the data folder in which the process that has the lock answers another one, because Electron offers no
 * answer: https://github.com/electron/electron/issues/20942
 *
 * The process that waits creates it and reads it. Removing it also is an answer: to the waiting process, that the window
 * is shown; to the other one, that nobody waits any more.
 */
export class AnswerFile {
  readonly name: string;
  readonly #path: string;

  /** @param name matches `answerNameSchema`. */
  constructor(dataFolder: string, name = `.second-start-${randomBytes(8).toString('hex')}`) {
    this.name = name;
    this.#path = join(dataFolder, name);
  }

  /** @throws the system's error. */
  create(): void {
    writeFileSync(this.#path, '', { flag: 'wx', mode: 0o600 });
  }

  get exists(): boolean {
    return existsSync(this.#path);
  }

  /** Adds an answer. @throws the system's error; `ENOENT` if nobody waits any more. */
  add(answer: Answer): void {
    // Without O_CREAT, because only the waiting process creates it.
    const file = openSync(this.#path, constants.O_WRONLY | constants.O_APPEND);
    try {
      // On a full disk, the answer before can be incomplete.
      writeFileSync(file, `\n${JSON.stringify(answer)}\n`);
    } finally {
      closeSync(file);
    }
  }

  /** Returns the answers so far; `null` if the file was removed. An incomplete or unknown line is left out. */
  read(): Answer[] | null {
    try {
      return readFileSync(this.#path, 'utf8').split('\n').flatMap(parseLine);
    } catch {
      return null;
    }
  }

  /** @throws the system's error. */
  remove(): void {
    rmSync(this.#path, { force: true });
  }
}

function parseLine(line: string): Answer[] {
  try {
    return [answerSchema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

/** Removes the files of processes that were killed while they waited. @throws the system's error. */
export function removeAbandonedAnswers(dataFolder: string): void {
  for (const name of readdirSync(dataFolder).filter((each) => answerName.test(each))) {
    const path = join(dataFolder, name);
    if (Date.now() - statSync(path).mtimeMs > abandonedAfter) rmSync(path, { force: true });
  }
}
