import type { appQuestions, hostQuestions } from '../messages.ts';
import type { Pipe } from '../pipe.ts';

/** The app process's end of the pipe. */
export type AppProcessPipe = Pipe<typeof hostQuestions, typeof appQuestions>;
