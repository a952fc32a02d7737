import { PartialFiles } from './partial-files.ts';
import { saveFile, type SavedFile } from './save-file.ts';
import type { TestFolder } from './test-folder.ts';

export interface TestSave {
  /** The default is `new`. */
  content?: string;
  /** Runs before the finished file gets its name. */
  meanwhile?: () => unknown;
  /** The default is short, because most tests do not wait for another program. */
  patienceMilliseconds?: number;
  signal?: AbortSignal;
}

/** Saves a file of the user, with `downloads` in the test folder as the other folder. @returns 7 as the value. */
export function saveTestFile(
  folder: TestFolder,
  path: string,
  { content = 'new', meanwhile, patienceMilliseconds = 20, signal }: TestSave = {},
): Promise<SavedFile<number>> {
  return saveFile(
    path,
    async (file) => {
      await file.writeFile(content);
      await meanwhile?.();
      return 7;
    },
    {
      fallbackFolder: folder.join('downloads'),
      partialFiles: new PartialFiles(folder.join('data')),
      patienceMilliseconds,
      signal,
    },
  );
}
