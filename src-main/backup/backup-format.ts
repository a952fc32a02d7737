import { z } from 'zod';
import {
  accountColorSchema,
  accountIdSchema,
  accountNameSchema,
} from '../../src-shared/account.ts';
import {
  annotationSchema,
  ownerNameSchema,
  type Annotation,
} from '../../src-shared/annotations.ts';
import { longArray } from '../../src-shared/bounded-schemas.ts';
import { AppError } from '../../src-shared/errors.ts';
import { filterValuesSchema } from '../../src-shared/filter-values-schema.ts';
import { longestValue, mostAccounts, mostExportedRows } from '../../src-shared/limits.ts';
import { preferencesSchema, type Preferences } from '../../src-shared/preferences.ts';
import { ownerIdSchema } from '../../src-shared/owner-id.ts';
import { giveLooks, hostnameOf, rejectRepeatedIds } from '../accounts/stored-accounts.ts';
import { parseByValue } from '../files/parse-by-value.ts';
import { largestSettings } from '../files/read-settings.ts';
import { accountSettingsSchema } from '../preferences/account-settings-file.ts';
import { createStoredViewSchema, rejectRepeatedViewIds } from '../views/views-file.ts';

const formatName = 'etelecom-tenants-backup';

/** Raise it when an older version of the app would misunderstand the file. It refuses fields that it does not know. */
const currentVersion = 1;

/** Bytes of a backup file that is written or read. It has the views, which can be as large as a settings file. */
export const longestBackup = largestSettings;

const headerSchema = z.looseObject({
  format: z.literal(formatName),
  version: z.number().int().min(1),
});

const noSettings = { layout: null, listState: null, exportOptions: null };

const { isStarred, note, tags } = annotationSchema.shape;

/** Fields that are not set are left out, because most annotations have only a star or a tag. */
const annotatedTenantSchema = z.object({
  tenantId: z.string().min(1).max(longestValue),
  isStarred: isStarred.default(false),
  note: note.default(''),
  tags: tags.default([]),
});

const namedOwnerSchema = z.object({ ownerId: ownerIdSchema, name: ownerNameSchema });

/** Only an invalid id drops an account: its annotations would be lost with it. */
const accountSchema = z.object({
  accountId: accountIdSchema,
  name: accountNameSchema.optional(),
  color: accountColorSchema.optional(),
  /** The server's address; `null` for sample data. An empty address matches no account. */
  baseUrl: z.string().max(10_000).nullable().default(''),
  settings: accountSettingsSchema.default(noSettings),
  annotations: longArray(annotatedTenantSchema, mostExportedRows).default([]),
  ownerNames: longArray(namedOwnerSchema, mostExportedRows).default([]),
});

const { language, colorScheme } = preferencesSchema.shape;

const backupSchema = z.object({
  /** The version of the app that has written the file. */
  appVersion: z.string().max(100).default(''),
  savedAt: z.iso.datetime(),
  /** The language and the color scheme have no default. `null` if no preference could be read. */
  preferences: preferencesSchema
    .extend({ language: language.optional(), colorScheme: colorScheme.optional() })
    .nullable()
    .default(null),
  accounts: z
    .array(accountSchema)
    .max(mostAccounts)
    .check(rejectRepeatedIds)
    .transform((accounts) =>
      giveLooks(accounts, ({ baseUrl, accountId }) => hostnameOf(baseUrl ?? '') || accountId),
    ),
  /** The settings of the list of all accounts. */
  allAccounts: accountSettingsSchema.default(noSettings),
  /** In the user's order. Those that do not fit beside the present ones are left out when they are restored. */
  views: z
    // An unknown field of a filter is not invalid: the file is refused, because a newer version has written it.
    .array(createStoredViewSchema(filterValuesSchema))
    .check(rejectRepeatedViewIds)
    .default([]),
});

type BackupInFile = z.infer<typeof backupSchema>;

/** Everything of the user's own: marks, names of owners, views and settings. It contains no keys. */
export interface Backup extends BackupInFile {
  preferences: Preferences;
}

/** A backup that was read from a file. */
export interface ReadBackup extends BackupInFile {
  /** Values in the file that are not valid and were left out. */
  invalidEntries: number;
}

/** An account with everything that the user has written for it. */
export type SavedAccount = BackupInFile['accounts'][number];

/** A backup without its annotations and names of owners, which are still in the lists. */
export type BackupOutline = Omit<Backup, 'accounts'> & {
  accounts: (Omit<SavedAccount, 'annotations' | 'ownerNames'> & { listId: string })[];
};

/** Returns the annotations and names of owners of a list as a backup has them. */
export function toSavedMarks({
  tenants,
  ownerNames,
}: {
  tenants: ReadonlyMap<string, Annotation>;
  ownerNames: ReadonlyMap<string, string>;
}): Pick<SavedAccount, 'annotations' | 'ownerNames'> {
  return {
    annotations: Array.from(tenants, ([tenantId, annotation]) => ({ tenantId, ...annotation })),
    ownerNames: Array.from(ownerNames, ([ownerId, name]) => ({ ownerId, name })),
  };
}

/** Returns the text of a backup file. */
export function formatBackup({ accounts, ...backup }: Backup): string {
  return JSON.stringify({
    ...{ format: formatName, version: currentVersion },
    ...backup,
    accounts: accounts.map((account) => ({
      ...account,
      annotations: account.annotations.map(({ tenantId, ...annotation }) => ({
        tenantId,
        ...(annotation.isStarred && { isStarred: true }),
        ...(annotation.note !== '' && { note: annotation.note }),
        ...(annotation.tags.length > 0 && { tags: annotation.tags }),
      })),
    })),
  });
}

/**
 * Parses the text of a backup file. Leaves out the values that are not valid, so that one of them does not affect the others.
 *
 * @throws AppError `backup_unreadable` or `backup_too_new`
 */
export function parseBackup(text: string): ReadBackup {
  try {
    const json: unknown = JSON.parse(text);
    const { format: _format, version, ...content } = headerSchema.parse(json);
    if (version > currentVersion) throw tooNew();
    const { valid, invalidMarks } = leaveOutInvalidMarks(content);
    const parsed = parseByValue(backupSchema, valid);
    if (parsed === null) throw unreadable();
    // Restoring only what is known would lose the rest, and a view would show other tenants without one of its filters.
    if (parsed.hasUnknownFields) throw tooNew();
    return { ...parsed.value, invalidEntries: invalidMarks + parsed.removedValues };
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(error);
  }
}

/**
 * Leaves out the invalid annotations and names of owners. There can be too many of them for `parseByValue`, and an
 * annotation without one of its values must not replace a whole one when it is restored.
 */
function leaveOutInvalidMarks(content: object): { valid: unknown; invalidMarks: number } {
  let invalidMarks = 0;
  const validOnly = (entry: z.ZodType) =>
    z.unknown().transform((stored) => {
      const { data: entries } = z.array(z.unknown()).safeParse(stored);
      if (entries === undefined) return stored;
      const valid = entries.filter((each) => entry.safeParse(each).success);
      invalidMarks += entries.length - valid.length;
      return valid;
    });
  const account = z.looseObject({
    annotations: validOnly(annotatedTenantSchema),
    ownerNames: validOnly(namedOwnerSchema),
  });
  const { data: valid = content } = z
    .looseObject({ accounts: z.array(account.or(z.unknown())) })
    .safeParse(content);
  return { valid, invalidMarks };
}

function unreadable(cause?: unknown): AppError {
  const message = 'The file is not a valid backup file';
  return new AppError({ code: 'backup_unreadable', message }, { cause });
}

function tooNew(): AppError {
  return new AppError({ code: 'backup_too_new', message: 'The backup file is too new' });
}
