import { join } from 'node:path';
import { z } from 'zod';
import { accountOrAllSchema } from '../../src-shared/account.ts';
import { accountSettingsSchema, type AccountSettings } from '../../src-shared/account-settings.ts';
import type { AppError } from '../../src-shared/errors.ts';
import { JsonFile } from '../files/json-file.ts';

const storedSettingsSchema = accountSettingsSchema.extend({
  /** The folder of the last export. It is never sent to the renderer. */
  exportFolder: z.string().nullable().default(null),
});
const fileSchema = z.record(accountOrAllSchema, storedSettingsSchema);

type StoredSettings = z.infer<typeof storedSettingsSchema>;

const defaultSettings: StoredSettings = storedSettingsSchema.parse({});

/** The settings of each account: the layout of the grid, and the choices of the last export. */
export class AccountSettingsFile {
  readonly #file: JsonFile<z.infer<typeof fileSchema>>;

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'account-settings.json'), fileSchema, {});
  }

  /** As `JsonFile.load`. */
  load(): Promise<AppError | null> {
    return this.#file.load();
  }

  /** Returns the settings that the renderer may see. */
  get(accountId: string): AccountSettings {
    const { layout, exportOptions } = this.#settingsOf(accountId);
    return { layout, exportOptions };
  }

  /** Returns the folder of the account's last export, or `null` before the first export. */
  exportFolder(accountId: string): string | null {
    return this.#settingsOf(accountId).exportFolder;
  }

  /** Changes some settings of an account. @throws AppError with a file code; all settings are then unchanged. */
  update(accountId: string, changed: Partial<StoredSettings>): Promise<void> {
    return this.#file.change((settings) => ({
      ...settings,
      [accountId]: { ...this.#settingsOf(accountId), ...changed },
    }));
  }

  /** Removes all settings of an account. @throws AppError with a file code. */
  remove(accountId: string): Promise<void> {
    return this.#file.change((settings) =>
      Object.fromEntries(Object.entries(settings).filter(([id]) => id !== accountId)),
    );
  }

  #settingsOf(accountId: string): StoredSettings {
    return this.#file.content[accountId] ?? defaultSettings;
  }
}
