import { join } from 'node:path';
import type { AppError } from '../../src-shared/errors.ts';
import { preferencesSchema, type Preferences } from '../../src-shared/preferences.ts';
import { JsonFile } from '../files/json-file.ts';

/** What the user chose for the whole app. */
export class PreferencesFile {
  readonly #file: JsonFile<Preferences>;
  #preferences: Preferences;

  /** @param defaults what holds until something was chosen. */
  constructor(dataFolder: string, defaults: Preferences) {
    this.#file = new JsonFile(join(dataFolder, 'preferences.json'), preferencesSchema);
    this.#preferences = defaults;
  }

  /** @returns `settings_unreadable` when the file had to be moved aside. @throws AppError with a file code. */
  async load(): Promise<AppError | null> {
    const { content, notice } = await this.#file.read();
    this.#preferences = content ?? this.#preferences;
    return notice;
  }

  get(): Preferences {
    return this.#preferences;
  }

  /** @throws AppError with a file code. */
  async save(preferences: Preferences): Promise<void> {
    await this.#file.write(preferences);
    this.#preferences = preferences;
  }
}
