import { z } from 'zod';

/** What the app's process can be asked for. */
const commandNames = [
  'check',
  'churn',
  'refresh',
  'search',
  'export',
  'digest',
  'facts',
  'close',
] as const;
export type CommandName = (typeof commandNames)[number];

/** The kinds of work that a kill can interrupt. `completion` is the end of a refresh, after its last page. */
export const workKinds = ['refresh', 'completion', 'export', 'accounts', 'settings'] as const;
export type WorkKind = (typeof workKinds)[number];

const factsSchema = z.object({
  /** The resident memory, in bytes. */
  memory: z.number(),
  /** The number of open files and sockets. */
  files: z.number(),
  /** The number of timers, sockets and other resources that keep a process alive. */
  resources: z.number(),
});
export type Facts = z.infer<typeof factsSchema>;

/** The answer to each command. */
export interface Answers extends Record<CommandName, unknown> {
  /** What is not whole. */
  check: string[];
  churn: null;
  /** The code of the error that ended the refresh; `null` if it is complete. */
  refresh: string | null;
  search: null;
  export: null;
  /** The digest of the saved list. */
  digest: string;
  facts: Facts;
  close: null;
}

export const answerSchemas: { [Name in CommandName]: z.ZodType<Answers[Name]> } = {
  check: z.array(z.string()),
  churn: z.null(),
  refresh: z.string().nullable(),
  search: z.null(),
  export: z.null(),
  digest: z.string(),
  facts: factsSchema,
  close: z.null(),
};

export const commandSchema = z.object({ command: z.enum(commandNames) });

/** What the app's process sends: an answer, an error, or the beginning of some work. */
export const messageSchema = z.union([
  z.object({ answer: z.unknown() }),
  z.object({ error: z.string() }),
  z.object({ begins: z.enum(workKinds) }),
]);
export type Message = z.infer<typeof messageSchema>;
