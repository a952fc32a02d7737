import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore, type RecordStore } from './record-store.ts';
import { listAll, listId, makeTenant, saveRun, StoreFolder } from './test-store.ts';

/** The same number, as servers, people and spreadsheets write it. */
const spellings = [
  '0903234567',
  '090 323 4567',
  '(090) 323-4567',
  '0903.234.567',
  '+84903234567',
  '+84 90 323 4567',
  '0084903234567',
  '84903234567',
];
const hotlines = [
  ...spellings.map((hotline, at) => makeTenant(`number ${at}`, { name: 'Kho', hotline })),
  makeTenant('service', { name: 'Quầy 12-34-56', hotline: '1900 5678' }),
  makeTenant('words', { name: 'Chi nhánh 100 200', hotline: '02838123456' }),
  makeTenant('none', { name: 'Không số', hotline: null }),
];

let folder: StoreFolder;
let store: RecordStore;
beforeAll(() => {
  folder = new StoreFolder();
  ({ store } = openStore(folder.path, { records: 'hotlines' }));
  saveRun(store, hotlines);
});
afterAll(() => {
  store.close();
  folder[Symbol.dispose]();
});

const idsOf = (name: string) =>
  listAll(store, { name })
    .map(({ id }) => id)
    .sort();

it.each([...spellings, '0903', '+84903', '84 903', '0903234'])(
  'finds a number in every spelling by %s',
  (search) => {
    expect(idsOf(search)).toEqual(spellings.map((_, at) => `number ${at}`));
  },
);

it.each([
  ['1900 5678', ['service']],
  ['19005678', ['service']],
  ['1900', ['service']],
  ['12-34-56', ['service']],
  ['100 200', ['words']],
  ['chi 100', ['words']],
  ['028 3812', ['words']],
  ['+84 28', ['words']],
  ['0903234568', []],
])('finds by %s', (search, ids) => {
  expect(idsOf(search)).toEqual(ids);
});

it.each(spellings)('matches a list with %s', (value) => {
  const { found, notFound } = store.matchValues([listId], { by: 'hotline', values: [value] });
  expect({ found, notFound }).toEqual({ found: 1, notFound: [] });
});
