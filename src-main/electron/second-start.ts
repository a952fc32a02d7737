import { setTimeout as delay } from 'node:timers/promises';
import { app } from 'electron';
import { z } from 'zod';
import {
  commandRequestSchema,
  type CommandRequest,
  type CommandResult,
} from '../command-line/command.ts';
import { exitCodes } from '../command-line/exit-codes.ts';
import type { RunCommand } from '../command-line/run-command.ts';
import { createFolderSync } from '../files/create-folder.ts';
import { toFileError } from '../files/file-error.ts';
import type { Log } from '../log/log.ts';
import { AnswerFile, answerNameSchema, removeAbandonedAnswers } from './answer-file.ts';
import { isProcessAlive } from './is-process-alive.ts';
import type { Optional } from './optional.ts';

/** What a second process sends to the first one: to show its window, or to run a command. */
const requestSchema = z.object({
  answerFile: answerNameSchema,
  processId: z.number().int().positive().optional(),
  command: commandRequestSchema.optional(),
});

const timeoutMilliseconds = 5_000;
const pollMilliseconds = 50;

interface Parts {
  dataFolder: string;
  /** The command of this process; `null` if it opens the window. */
  command: CommandRequest | null;
  optional: Optional;
  log: Log;
}

/** How the other process has answered. `ended`: it has ended before it did, so this process can be the only one. */
type Followed = 'shown' | 'ended' | 'notAnswered' | { result: CommandResult };

/** A process that exits takes no more requests, so a command is sent once more. */
const mostAttempts = 2;

/** Requests the lock of the data folder, and connects a second process with the first one. */
export class SecondStart {
  readonly #parts: Parts;
  #answers: AnswerFile;
  readonly #showWindow = Promise.withResolvers<() => Promise<void>>();
  readonly #runCommand = Promise.withResolvers<RunCommand>();
  readonly #running = new Set<Promise<void>>();
  #isEnding = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#answers = new AnswerFile(parts.dataFolder);
  }

  /**
   * Creates the data folder, and waits until this is the only process for it, or until the other process has answered.
   *
   * @param onProgress called with what the other process is doing.
   * @param signal cancels the command that the other process runs.
   * @throws AppError with a file code if the folder cannot be created.
   */
  async enter(
    onProgress: (text: string) => void = () => undefined,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<'only' | Exclude<Followed, 'ended'>> {
    const mostAttemptsHere = this.#parts.command === null ? 1 : mostAttempts;
    for (let attempts = 1; ;) {
      if (this.#isOnlyInstance()) return 'only';
      const followed = await this.#follow(onProgress, signal);
      if (followed === 'notAnswered' && attempts++ < mostAttemptsHere) continue;
      if (followed !== 'ended') return followed;
    }
  }

  /**
   * Creates the data folder. Returns whether this is the only process for it. If not, sends the other one the command of
   * this process, or asks it to show its window.
   */
  #isOnlyInstance(): boolean {
    const { dataFolder, command, optional } = this.#parts;
    try {
      createFolderSync(dataFolder);
    } catch (error) {
      throw toFileError(error, dataFolder);
    }
    this.#answers = new AnswerFile(dataFolder);
    // Without the file the second process ends in silence, as if it had been answered.
    optional('secondStart', () => this.#answers.create(), undefined);
    const request: z.input<typeof requestSchema> = {
      answerFile: this.#answers.name,
      processId: process.pid,
      ...(command !== null && { command }),
    };
    const isOnly = app.requestSingleInstanceLock(request);
    if (isOnly) {
      this.#remove(this.#answers);
      optional('secondStart', () => removeAbandonedAnswers(dataFolder), undefined);
      app.on('second-instance', (_event, _args, _folder, data) => void this.#answer(data));
    }
    return isOnly;
  }

  /** Sets how the window is shown for every other process that was started. Those that came earlier have waited. */
  showsWindow(showWindow: () => Promise<void>): void {
    this.#showWindow.resolve(showWindow);
  }

  /** Sets how the commands of other processes are run. Those that came earlier have waited. */
  runsCommands(runCommand: RunCommand): void {
    this.#runCommand.resolve(runCommand);
  }

  /**
   * Lets other processes wait for the end of this one, from now on. They then show a window or run their commands
   * themselves, also those that this process is running and cannot finish.
   */
  stop(): void {
    this.#isEnding = true;
  }

  /** Waits until the commands of other processes have ended. */
  async whenIdle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Waits for the answer of the other process. */
  async #follow(onProgress: (text: string) => void, signal: AbortSignal): Promise<Followed> {
    const answers = this.#answers;
    const end = performance.now() + timeoutMilliseconds;
    const cancel = () => this.#remove(answers);
    signal.addEventListener('abort', cancel);
    let seen = 0;
    let otherId: number | null = null;
    try {
      for (;;) {
        // Before the answers are read, because the last one can come just before its end.
        const hasEnded = otherId !== null && !isProcessAlive(otherId);
        const all = answers.read();
        if (all === null) return 'shown';
        for (const answer of all.slice(seen)) {
          if (answer.kind === 'result') return { result: answer.result };
          if (answer.kind === 'progress') onProgress(answer.text);
          else otherId = answer.processId;
        }
        seen = all.length;
        if (hasEnded) return 'ended';
        if (otherId === null && performance.now() > end) return 'notAnswered';
        await delay(pollMilliseconds);
      }
    } finally {
      signal.removeEventListener('abort', cancel);
      this.#remove(answers);
    }
  }

  async #answer(data: unknown): Promise<void> {
    const { command: ownCommand, dataFolder, log } = this.#parts;
    const request = requestSchema.safeParse(data);
    log('secondStart');
    if (!request.success) {
      if (ownCommand === null) await (await this.#showWindow.promise)();
      return;
    }
    const { answerFile, processId, command } = request.data;
    const answers = new AnswerFile(dataFolder, answerFile);
    if (this.#isEnding) {
      this.#add(answers, { kind: 'hasNoWindow', processId: process.pid });
    } else if (command !== undefined) {
      const running = this.#run(command, answers, processId ?? null);
      this.#running.add(running);
      await running.finally(() => this.#running.delete(running));
    } else if (ownCommand !== null) {
      this.#add(answers, { kind: 'hasNoWindow', processId: process.pid });
    } else {
      const showWindow = await this.#showWindow.promise;
      await showWindow();
      this.#remove(answers);
    }
  }

  /** Runs the command of another process as long as that waits for it. Never rejects. */
  async #run(command: CommandRequest, answers: AnswerFile, otherId: number | null): Promise<void> {
    this.#add(answers, { kind: 'accepted', processId: process.pid });
    const run = await this.#runCommand.promise;
    const controller = new AbortController();
    const isWaiting = () => answers.exists && (otherId === null || isProcessAlive(otherId));
    const timer = setInterval(() => {
      if (!isWaiting()) controller.abort();
    }, pollMilliseconds * 4);
    const onProgress = (text: string) => this.#add(answers, { kind: 'progress', text });
    const result = await run(command, { signal: controller.signal, onProgress, apiKey: null });
    clearInterval(timer);
    // The end of this process has canceled the command. The other process runs it again.
    if (isWaiting() && this.#isEnding && result.exitCode !== exitCodes.done) return;
    const isAdded = this.#add(answers, { kind: 'result', result });
    // Without the file, a process that still waits does not wait for ever.
    if (!isAdded || !isWaiting()) this.#remove(answers);
  }

  /** Adds an answer if the other process still waits. Returns whether it was written. */
  #add(answers: AnswerFile, answer: Parameters<AnswerFile['add']>[0]): boolean {
    const add = () => {
      answers.add(answer);
      return true;
    };
    return answers.exists && this.#parts.optional('secondStart', add, false);
  }

  #remove(answers: AnswerFile): void {
    this.#parts.optional('secondStart', () => answers.remove(), undefined);
  }
}
