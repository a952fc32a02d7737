import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { AppSettings } from './app.ts';
import {
  answerSchemas,
  messageSchema,
  type Answers,
  type CommandName,
  type WorkKind,
} from './messages.ts';

const script = fileURLToPath(new URL('app-process.ts', import.meta.url));

/** Starts the app in a process that can be killed, and waits until it has started. */
export async function runAppProcess({ folder, baseUrl, apiKey }: AppSettings, rows: number) {
  const child = fork(script, [folder, baseUrl, apiKey, String(rows)], {
    execArgv: ['--expose-gc'],
  });
  let answered = Promise.withResolvers<unknown>();
  let onBegin: (kind: WorkKind) => void = () => undefined;
  child.on('message', (sent) => {
    const message = messageSchema.parse(sent);
    if ('begins' in message) onBegin(message.begins);
    else if ('error' in message) answered.reject(new Error(message.error));
    else answered.resolve(message.answer);
  });
  child.on('exit', () => answered.reject(new Error('The process has ended')));
  // The kill of a process that was not asked for anything is no error.
  answered.promise.catch(() => undefined);
  await answered.promise;
  const ask = async <Name extends CommandName>(command: Name): Promise<Answers[Name]> => {
    answered = Promise.withResolvers();
    answered.promise.catch(() => undefined);
    child.send({ command });
    return answerSchemas[command].parse(await answered.promise);
  };
  const end = async (signal: NodeJS.Signals) => {
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return {
    ask,
    /** Lets the app work, and kills it some time after work of a kind has begun. */
    killDuring: async (kind: WorkKind, milliseconds: number) => {
      const begun = Promise.withResolvers<null>();
      onBegin = (begins) => {
        if (begins === kind) begun.resolve(null);
      };
      const ended = ask('churn').catch((error: unknown) => begun.reject(error));
      await begun.promise;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await end('SIGKILL');
      await ended;
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null && child.signalCode === null) await end('SIGKILL');
    },
  };
}
