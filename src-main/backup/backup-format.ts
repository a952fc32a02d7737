import { z } from 'zod';
import {
  accountColorSchema,
  accountIdSchema,
  accountNameSchema,
} from '../../src-shared/account.ts';
import { layoutSchema, listStateSchema } from '../../src-shared/account-settings.ts';
import {
  annotationSchema,
  ownerNameSchema,
  type Annotation,
} from '../../src-shared/annotations.ts';
import { longArray } from '../../src-shared/bounded-schemas.ts';
import { AppError } from '../../src-shared/errors.ts';
import { exportOptionsSchema } from '../../src-shared/export-tenants.ts';
import { longestValue, mostAccounts, mostExportedRows } from '../../src-shared/limits.ts';
import { preferencesSchema } from '../../src-shared/preferences.ts';
import { ownerIdSchema } from '../../src-shared/owner-id.ts';
import { viewSchema, viewsSchema } from '../../src-shared/views.ts';
import { hasUnknownFields } from '../files/has-unknown-fields.ts';
import { largestSettings } from '../files/read-settings.ts';

const formatName = 'etelecom-tenants-backup';

/** Raise it when an older version of the app would misunderstand the file. It refuses fields that it does not know. */
const currentVersion = 1;

/** Bytes of a backup file that is written or read. It has the views, which can be as large as a settings file. */
export const longestBackup = largestSettings;

const headerSchema = z.object({
  format: z.literal(formatName),
  version: z.number().int().min(1),
});

const settingsSchema = z.object({
  layout: layoutSchema.nullable(),
  listState: listStateSchema.nullable(),
  exportOptions: exportOptionsSchema.nullable(),
});

const { isStarred, note, tags } = annotationSchema.shape;

/** Fields that are not set are left out, because most annotations have only a star or a tag. */
const annotatedTenantSchema = z.object({
  tenantId: z.string().min(1).max(longestValue),
  isStarred: isStarred.default(false),
  note: note.default(''),
  tags: tags.default([]),
});

const namedOwnerSchema = z.object({ ownerId: ownerIdSchema, name: ownerNameSchema });

const accountSchema = z.object({
  accountId: accountIdSchema,
  name: accountNameSchema,
  color: accountColorSchema,
  /** The server's address; `null` for sample data. */
  baseUrl: z.string().max(10_000).nullable(),
  settings: settingsSchema,
  annotations: longArray(annotatedTenantSchema, mostExportedRows),
  ownerNames: longArray(namedOwnerSchema, mostExportedRows),
});

const backupSchema = z.object({
  /** The version of the app that has written the file. */
  appVersion: z.string().max(100),
  savedAt: z.iso.datetime(),
  preferences: preferencesSchema,
  accounts: z
    .array(accountSchema)
    .max(mostAccounts)
    .refine(
      (accounts) => new Set(accounts.map(({ accountId }) => accountId)).size === accounts.length,
      {
        error: 'The id of an account is repeated',
      },
    ),
  /** The settings of the list of all accounts. */
  allAccounts: settingsSchema,
  /** In the user's order. */
  views: viewsSchema,
});

/** Everything of the user's own: marks, names of owners, views and settings. It contains no keys. */
export type Backup = z.infer<typeof backupSchema>;

/** A backup that was read from a file. */
export interface ReadBackup extends Backup {
  /** Annotations, names of owners and views in the file that are not valid and were left out. */
  invalidEntries: number;
}

/** An account with everything that the user has written for it. */
export type SavedAccount = z.infer<typeof accountSchema>;

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

/** Parses the text of a backup file. @throws AppError `backup_unreadable` or `backup_too_new` */
export function parseBackup(text: string): ReadBackup {
  try {
    const { json, invalidEntries } = leaveOutInvalid(JSON.parse(text));
    const header = headerSchema.parse(json);
    if (header.version > currentVersion) throw tooNew();
    const backup = backupSchema.parse(json);
    // Restoring only what is known would lose the rest, and a view would show other tenants without one of its filters.
    if (hasUnknownFields(json, { ...header, ...backup })) throw tooNew();
    return { ...backup, invalidEntries };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const message = 'The file is not a valid backup file';
    throw new AppError({ code: 'backup_unreadable', message }, { cause: error });
  }
}

/** Leaves out the invalid annotations, names of owners and views, so that each of them costs only itself. */
function leaveOutInvalid(json: unknown): { json: unknown; invalidEntries: number } {
  let invalidEntries = 0;
  const validOnly = (entry: z.ZodType) =>
    z.array(z.unknown()).transform((entries) => {
      const valid = entries.filter((each) => entry.safeParse(each).success);
      invalidEntries += entries.length - valid.length;
      return valid;
    });
  const parsed = z
    .looseObject({
      accounts: z.array(
        z.looseObject({
          annotations: validOnly(annotatedTenantSchema),
          ownerNames: validOnly(namedOwnerSchema),
        }),
      ),
      views: validOnly(viewSchema),
    })
    .safeParse(json);
  return parsed.success ? { json: parsed.data, invalidEntries } : { json, invalidEntries: 0 };
}

function tooNew(): AppError {
  return new AppError({ code: 'backup_too_new', message: 'The backup file is too new' });
}
