import { join } from 'node:path';
import type { AppError } from '../../src-shared/errors.ts';
import { preferencesSchema, type Preferences } from '../../src-shared/preferences.ts';
import { JsonFile } from '../files/json-file.ts';

/** The user's preferences, which apply to the whole app. */
export class PreferencesFile {
  readonly #file: JsonFile<Preferences>;

  /** @param defaults the preferences until the user changes them. */
  constructor(dataFolder: string, defaults: Preferences) {
    const { language, colorScheme } = preferencesSchema.shape;
    this.#file = new JsonFile(join(dataFolder, 'preferences.json'), {
      schema: preferencesSchema.extend({
        language: language.default(defaults.language),
        colorScheme: colorScheme.default(defaults.colorScheme),
      }),
      defaultContent: defaults,
    });
  }

  /** As `JsonFile.load`. */
  load(): Promise<AppError | null> {
    return this.#file.load();
  }

  get(): Preferences {
    return this.#file.content;
  }

  /** @throws AppError with a file code. */
  save(preferences: Preferences): Promise<void> {
    return this.#file.change(() => preferences);
  }
}
