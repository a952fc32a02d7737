import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { pathExists } from './find-free-path.ts';
import { JsonFile } from './json-file.ts';
import { isTemporaryPath } from './temporary-file.ts';

const partialFilesSchema = z.object({
  files: z.array(
    z.object({ path: z.string().refine(isTemporaryPath), createdAt: z.iso.datetime() }),
  ),
});

/** How long to look for a file whose folder is offline, in milliseconds. */
const forgottenAfter = 30 * 24 * 3_600_000;

/**
 * The temporary files of exports that have not ended. They are listed in the data folder, so that the files that a killed
 * process left in any folder are removed at the next start. Only one process of the app uses a data folder, and the list
 * names each file, so the files of other running processes are never touched.
 */
export class PartialFiles {
  readonly #file: JsonFile<z.infer<typeof partialFilesSchema>>;
  #loaded: Promise<unknown> | null = null;

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'partial-files.json'), {
      schema: partialFilesSchema,
      defaultContent: { files: [] },
    });
  }

  /**
   * Removes the files that an earlier process left. A file whose folder is offline stays in the list, and is looked for
   * again at the next start. Call it before the first `track`.
   */
  async removeAbandoned(): Promise<void> {
    await this.#load();
    const { files } = this.#file.content;
    // One after the other: a slow network folder blocks a thread, and all file access of the app shares four threads.
    for (const { path, createdAt } of files) {
      const isOld = Date.now() - Date.parse(createdAt) > forgottenAfter;
      // A file whose folder is missing may be on a drive that is not connected.
      const isGone = await remove(path, { force: await pathExists(dirname(path)) });
      if (isGone || isOld) await this.#forget(path);
    }
  }

  /** Runs `work`, which creates a temporary file at `path` and may rename it. Removes the file if it is still there. */
  async track<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
    await this.#load();
    const added = { path, createdAt: new Date().toISOString() };
    // An export does not fail because the list cannot be written.
    await this.#file.change(({ files }) => ({ files: [...files, added] })).catch(() => undefined);
    try {
      return await work();
    } finally {
      // A file that cannot be removed now, such as one on a disk that is gone, is removed at a later start.
      if (await remove(path, { force: true })) await this.#forget(path);
    }
  }

  #load(): Promise<unknown> {
    this.#loaded ??= this.#file.load();
    return this.#loaded;
  }

  async #forget(path: string): Promise<void> {
    await this.#file
      .change(({ files }) => ({ files: files.filter((file) => file.path !== path) }))
      .catch(() => undefined);
  }
}

/** @param options `force` ignores a missing file. @returns whether there is no file at `path` any more. */
async function remove(path: string, options: { force: boolean }): Promise<boolean> {
  return rm(path, options).then(
    () => true,
    () => false,
  );
}
