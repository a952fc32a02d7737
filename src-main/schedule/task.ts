import type { Schedule } from '../../src-shared/schedules.ts';

/** A task of the operating system's scheduler. */
export interface ScheduledTask extends Pick<Schedule, 'days' | 'hour'> {
  scheduleId: string;
  /** What people see in the system's list of tasks. */
  title: string;
  /** The program and its arguments. */
  command: readonly [program: string, ...args: string[]];
}

/** A scheduler of the operating system, with the rights of the user. */
export interface TaskScheduler {
  /** Creates a task. @throws the system's error. No part of the task is left then. */
  add: (task: ScheduledTask) => Promise<void>;
  /** Removes a task. Does nothing if there is none. @throws the system's error. */
  remove: (scheduleId: string) => Promise<void>;
}

/** Runs a program of the system. @throws if it cannot be started or fails. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<unknown>;

/** Escapes a text for XML. Characters that XML cannot have are left out. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- XML 1.0 forbids control characters
      .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
