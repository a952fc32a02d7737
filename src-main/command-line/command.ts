import { extname, isAbsolute } from 'node:path';
import { z } from 'zod';
import { accountNameSchema } from '../../src-shared/account.ts';
import { exportFormats, languages, maximumNameLength } from '../../src-shared/choices.ts';

/** Characters of a path. Windows allows the most, 32,767, but only 32,768 bytes fit a message to the running app. */
const longestPath = 4_096;

/** Characters of an address, as in the app. */
const longestAddress = 2_000;

/** A name as the user typed it, or an id. Decomposed letters, as in names of files on macOS, are up to four characters. */
const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(4 * maximumNameLength);

/** `null` for all accounts. */
const accountSchema = z.object({ account: nameSchema.nullable() });

/** Returns the format of an export by the extension of its file; `undefined` if it has another extension. */
export function formatOf(path: string) {
  const extension = extname(path).toLowerCase();
  return exportFormats.find((format) => extension === `.${format}`);
}

/** A command of the command line. It is sent to the running app, which parses it again. */
export const commandSchema = z.discriminatedUnion('name', [
  accountSchema.extend({
    name: z.literal('export'),
    /** `null` for all tenants. */
    view: nameSchema.nullable(),
    /** Whether to refresh the saved list first. */
    refreshes: z.boolean(),
    /** The scheduled export that keeps the result; `null` if no schedule has started the command. */
    scheduleId: z.uuid().nullable(),
    /** The file. An existing one is replaced. */
    path: z
      .string()
      .max(longestPath)
      .refine((path) => isAbsolute(path) && formatOf(path) !== undefined),
  }),
  accountSchema.extend({ name: z.literal('refresh') }),
  /** It has no key, because a key is never sent to another process. */
  z.object({
    name: z.literal('add-account'),
    /** As typed. */
    baseUrl: z.string().trim().min(1).max(longestAddress),
    /** `null` to name the account after the server's host. */
    accountName: accountNameSchema.nullable(),
  }),
  z.object({ name: z.literal('list-accounts') }),
  z.object({ name: z.literal('list-views') }),
]);

export const commandNames = [
  'export',
  'refresh',
  'add-account',
  'list-accounts',
  'list-views',
] as const;

/** A command and the language of its messages. */
export const commandRequestSchema = z.object({
  command: commandSchema,
  language: z.enum(languages),
});

/** How a command ended. */
export const commandResultSchema = z.object({
  exitCode: z.number().int().min(0).max(255),
  /** The JSON that is printed. */
  output: z.record(z.string(), z.json()),
  /** The same in words. */
  message: z.string(),
});

export type Command = z.infer<typeof commandSchema>;
export type CommandRequest = z.infer<typeof commandRequestSchema>;
export type CommandResult = z.infer<typeof commandResultSchema>;
