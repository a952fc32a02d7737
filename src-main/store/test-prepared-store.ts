import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openStore, type RecordStore, type StoreOptions } from './record-store.ts';
import { StoreFolder } from './test-store.ts';

/**
 * Opens an empty store before each test of the calling file, or one for all of its tests, and removes it afterwards.
 *
 * @param use gets each opened store and its folder.
 * @returns a function that closes the store and opens it again.
 */
export function prepareTestStore(
  use: (store: RecordStore, folder: string) => void,
  { isShared = false } = {},
): (options?: StoreOptions) => void {
  let opened: RecordStore;
  let folder: StoreFolder;
  const open = (options?: StoreOptions) => {
    ({ store: opened } = openStore(folder.path, options));
    use(opened, folder.path);
  };
  const before = isShared ? beforeAll : beforeEach;
  const after = isShared ? afterAll : afterEach;
  before(() => {
    folder = new StoreFolder();
    open();
  });
  after(() => {
    opened.close();
    folder[Symbol.dispose]();
  });
  return (options) => {
    opened.close();
    open(options);
  };
}
