import { join } from 'node:path';
import { z } from 'zod';
import { accountOrAllSchema } from '../../src-shared/account.ts';
import {
  emptyLayout,
  layoutSchema,
  listStateSchema,
  type AccountSettings,
  type ListState,
} from '../../src-shared/account-settings.ts';
import { allAccounts, defaultExportOptions } from '../../src-shared/choices.ts';
import type { AppError } from '../../src-shared/errors.ts';
import { exportOptionsSchema } from '../../src-shared/export-tenants.ts';
import { keepAccounts, noFilter } from '../../src-shared/filter-values.ts';
import { JsonFile } from '../files/json-file.ts';
import { withDefaults } from '../files/with-defaults.ts';

const defaultListState = { viewId: null, filterValues: noFilter, sort: null, changedViews: [] };

/** The settings of an account as files have them: an invalid value gets its default and costs no other. */
export const accountSettingsSchema = z.object({
  /** `null` for the default layout. */
  layout: withDefaults(emptyLayout, layoutSchema).nullable().default(null),
  listState: withDefaults(defaultListState, listStateSchema).nullable().default(null),
  /** The options of the last export; `null` before the first one. */
  exportOptions: withDefaults(defaultExportOptions, exportOptionsSchema).nullable().default(null),
});

const storedSettingsSchema = accountSettingsSchema.extend({
  /** The folder of the last export. It is never sent to the renderer. */
  exportFolder: z.string().nullable().default(null),
});
const fileSchema = z.record(accountOrAllSchema, storedSettingsSchema);

type StoredSettings = z.infer<typeof storedSettingsSchema>;

const defaultSettings: StoredSettings = storedSettingsSchema.parse({});

/** The settings of each account: what its list shows, and the choices of the last export. */
export class AccountSettingsFile {
  readonly #file: JsonFile<z.infer<typeof fileSchema>>;

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'account-settings.json'), {
      schema: fileSchema,
      defaultContent: {},
    });
  }

  /** As `JsonFile.load`. */
  load(): Promise<AppError | null> {
    return this.#file.load();
  }

  /** Returns the settings that the renderer may see. */
  get(accountId: string): AccountSettings {
    const { layout, listState, exportOptions } = this.#settingsOf(accountId);
    return { layout, listState, exportOptions };
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

  /**
   * Keeps what the list of an account shows.
   *
   * @param exists whether there is an account. The list of all accounts can be filtered by accounts.
   * @throws AppError with a file code.
   */
  updateListState(
    accountId: string,
    listState: ListState,
    exists: (accountId: string) => boolean,
  ): Promise<void> {
    return this.update(accountId, { listState: keepAccountsOf(listState, exists) });
  }

  /**
   * Replaces what the renderer may see of some accounts, or of `allAccounts`, in one step.
   *
   * @param exists whether there is an account. The settings of others are left out.
   * @throws AppError with a file code.
   */
  updateAll(
    changed: ReadonlyMap<string, AccountSettings>,
    exists: (accountId: string) => boolean,
  ): Promise<void> {
    return this.#file.change((settings) => {
      const kept = [...changed].filter(([id]) => id === allAccounts || exists(id));
      const updated = kept.map(([id, { listState, ...others }]): [string, StoredSettings] => [
        id,
        {
          ...(settings[id] ?? defaultSettings),
          ...others,
          listState: listState && keepAccountsOf(listState, exists),
        },
      ]);
      return { ...settings, ...Object.fromEntries(updated) };
    });
  }

  /** Removes all settings of an account, also from the previous version. @throws AppError with a file code. */
  remove(accountId: string): Promise<void> {
    return this.#file.change(
      (settings) =>
        Object.fromEntries(
          Object.entries(settings)
            .filter(([id]) => id !== accountId)
            .map(([id, stored]) => {
              const { listState } = stored;
              const left = listState && keepAccountsOf(listState, (other) => other !== accountId);
              return [id, { ...stored, listState: left }];
            }),
        ),
      { keepsPrevious: false },
    );
  }

  #settingsOf(accountId: string): StoredSettings {
    return this.#file.content[accountId] ?? defaultSettings;
  }
}

/** Removes from the filters of a list the accounts that do not exist. */
function keepAccountsOf(state: ListState, exists: (accountId: string) => boolean): ListState {
  const { changedViews } = state;
  const kept = changedViews.map((shown) => keepAccounts(shown, exists));
  return { ...keepAccounts(state, exists), changedViews: kept };
}
