import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { AppError } from '../../src-shared/errors.ts';
import { JsonFile } from '../files/json-file.ts';

const windowStateSchema = z.object({
  /** As it is when not maximized, in the system's own pixels. */
  bounds: z.object({
    x: z.number().int(),
    y: z.number().int(),
    width: z.number().int().min(1),
    height: z.number().int().min(1),
  }),
  isMaximized: z.boolean(),
});

export type WindowState = z.infer<typeof windowStateSchema>;

/** Where the window was last. */
export class WindowFile {
  readonly #file: JsonFile<WindowState | null>;

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'window.json'), windowStateSchema.nullable(), null);
  }

  /** @returns `settings_unreadable` when the file had to be moved aside. @throws AppError with a file code. */
  load(): Promise<AppError | null> {
    return this.#file.load();
  }

  /** `null` until it was closed once. */
  get(): WindowState | null {
    return this.#file.content;
  }

  /** Writes nothing when nothing has changed. @throws AppError with a file code. */
  async save(state: WindowState): Promise<void> {
    if (!isDeepStrictEqual(this.get(), state)) await this.#file.change(() => state);
  }
}
