import { join } from 'node:path';
import { z } from 'zod';
import { accountOrAllSchema } from '../../src-shared/account.ts';
import { accountSettingsSchema, type AccountSettings } from '../../src-shared/account-settings.ts';
import type { AppError } from '../../src-shared/errors.ts';
import { JsonFile } from '../files/json-file.ts';

const storedSchema = accountSettingsSchema.extend({
  /** Where the last export went. The page never learns of it. */
  exportFolder: z.string().nullable().default(null),
});
const fileSchema = z.record(accountOrAllSchema, storedSchema);

type Stored = z.infer<typeof storedSchema>;

const nothing: Stored = storedSchema.parse({});

/** What is remembered for each account: the grid's layout, and what was last chosen for an export. */
export class AccountSettingsFile {
  readonly #file: JsonFile<z.infer<typeof fileSchema>>;

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'account-settings.json'), fileSchema, {});
  }

  /** @returns `settings_unreadable` when the file had to be moved aside. @throws AppError with a file code. */
  load(): Promise<AppError | null> {
    return this.#file.load();
  }

  /** What the page may know. */
  get(accountId: string): AccountSettings {
    const { layout, exportOptions } = this.#of(accountId);
    return { layout, exportOptions };
  }

  exportFolder(accountId: string): string | null {
    return this.#of(accountId).exportFolder;
  }

  /** @throws AppError with a file code; what was remembered then stays. */
  remember(accountId: string, change: Partial<Stored>): Promise<void> {
    return this.#file.change((settings) => ({
      ...settings,
      [accountId]: { ...this.#of(accountId), ...change },
    }));
  }

  /** For an account that is removed. @throws AppError with a file code. */
  forget(accountId: string): Promise<void> {
    return this.#file.change((settings) =>
      Object.fromEntries(Object.entries(settings).filter(([id]) => id !== accountId)),
    );
  }

  #of(accountId: string): Stored {
    return this.#file.content[accountId] ?? nothing;
  }
}
