import type { EventEmitter } from 'node:events';
import { vi } from 'vitest';
import type { CommandRequest, CommandResult } from '../command-line/command.ts';

export const answerFile = '.second-start-0123456789abcdef';
export const command: CommandRequest = { command: { name: 'list-accounts' }, language: 'en' };
export const result: CommandResult = { exitCode: 0, output: { ok: true }, message: 'Done' };
export const log = () => undefined;
export const never = new AbortController().signal;

/** Returns functions that act like another process that starts with the same data folder. */
export function simulateLock(app: EventEmitter) {
  /** Reports the start of another process, as Electron does. */
  const startSecond = (data: unknown) => app.emit('second-instance', {}, [], '', data);
  /** From now on the lock is taken. What a second process sends reaches the first one. */
  const holdLock = () => {
    Reflect.set(app, 'requestSingleInstanceLock', (data: unknown) => {
      startSecond(JSON.parse(JSON.stringify(data)));
      return false;
    });
  };
  return { startSecond, holdLock };
}

/** From now on, the processes of the test seem to have ended. */
export function pretendEnd(): void {
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw new Error('There is no such process');
  });
}
