import { join } from 'node:path';
import { z } from 'zod';
import { accountIdSchema } from '../../src-shared/account.ts';
import { accountSettingsSchema, type AccountSettings } from '../../src-shared/account-settings.ts';
import type { AppError } from '../../src-shared/errors.ts';
import { JsonFile } from '../files/json-file.ts';

const storedSchema = accountSettingsSchema.extend({
  /** Where the last export went. The page never learns of it. */
  exportFolder: z.string().nullable().default(null),
});
const fileSchema = z.record(accountIdSchema, storedSchema);

type Stored = z.infer<typeof storedSchema>;

const nothing: Stored = storedSchema.parse({});

/** What is remembered for each account: the grid's layout, and what was last chosen for an export. */
export class AccountSettingsFile {
  readonly #file: JsonFile<z.infer<typeof fileSchema>>;
  #settings: Partial<Record<string, Stored>> = {};

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'account-settings.json'), fileSchema);
  }

  /** @returns `settings_unreadable` when the file had to be moved aside. @throws AppError with a file code. */
  async load(): Promise<AppError | null> {
    const { content, notice } = await this.#file.read();
    this.#settings = content ?? {};
    return notice;
  }

  /** What the page may know. */
  get(accountId: string): AccountSettings {
    const { layout, exportOptions } = this.#settings[accountId] ?? nothing;
    return { layout, exportOptions };
  }

  exportFolder(accountId: string): string | null {
    return this.#settings[accountId]?.exportFolder ?? null;
  }

  /** @throws AppError with a file code; what was remembered then stays. */
  async remember(accountId: string, change: Partial<Stored>): Promise<void> {
    const settings = {
      ...this.#settings,
      [accountId]: { ...(this.#settings[accountId] ?? nothing), ...change },
    };
    await this.#file.write(fileSchema.parse(settings));
    this.#settings = settings;
  }

  /** For an account that is removed. @throws AppError with a file code. */
  async forget(accountId: string): Promise<void> {
    const others = Object.entries(this.#settings).filter(([id]) => id !== accountId);
    const settings = Object.fromEntries(others);
    await this.#file.write(fileSchema.parse(settings));
    this.#settings = settings;
  }
}
