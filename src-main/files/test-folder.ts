import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** An empty folder that each test gets. */
export interface TestFolder {
  /** The path of the current test's folder. */
  readonly path: string;
  /** Returns the path of a file or folder inside the folder. */
  join: (...names: string[]) => string;
}

/** Creates an empty folder before each test of the calling file or `describe` block, and removes it afterwards. */
export function prepareTestFolder(): TestFolder {
  let path = '';
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'etelecom-test-'));
  });
  afterEach(() => rm(path, { recursive: true }));
  return {
    get path() {
      return path;
    },
    join: (...names) => join(path, ...names),
  };
}
