import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { AppError } from '../../src-shared/errors.ts';
import { JsonFile } from '../files/json-file.ts';

const pixels = z.number().transform(Math.round).pipe(z.int());

const windowStateSchema = z.object({
  /** Position and size when not maximized, in device-independent pixels. */
  bounds: z
    .object({
      x: pixels,
      y: pixels,
      width: pixels.pipe(z.number().min(1)),
      height: pixels.pipe(z.number().min(1)),
    })
    .nullable()
    .default(null),
  isMaximized: z.boolean().default(false),
});

export type WindowState = z.infer<typeof windowStateSchema>;

/** The last position and size of the window. */
export class WindowStateFile {
  readonly #file: JsonFile<WindowState | null>;

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'window.json'), {
      schema: windowStateSchema.nullable(),
      defaultContent: null,
    });
  }

  /** As `JsonFile.load`. */
  load(): Promise<AppError | null> {
    return this.#file.load();
  }

  /** Returns `null` before the first `save`. */
  get(): WindowState | null {
    return this.#file.content;
  }

  /** Writes the file only if the state has changed. @throws AppError with a file code. */
  async save(state: WindowState): Promise<void> {
    if (!isDeepStrictEqual(this.get(), state)) await this.#file.change(() => state);
  }
}
