import { openStore } from './record-store.ts';
import { listAll, makeTenant, saveRun } from './test-store.ts';

/** A script that saves a list in the data folder of its first argument, opens it again and prints its length. */
const [dataFolder = ''] = process.argv.slice(2);

const { store } = openStore(dataFolder);
saveRun(
  store,
  Array.from({ length: 20 }, (_, at) => makeTenant(at + 1)),
);
store.close();
const again = openStore(dataFolder);
console.log(listAll(again.store).length);
again.store.close();
