import { expect, it } from 'vitest';
import { chooseSource } from './choose-source.ts';

const none = { state: 'none' } as const;
const partial = { state: 'partial' } as const;
const complete = { state: 'complete' } as const;

it.each([
  ['the saved list if there is one', 'saved', complete, false, false],
  ['the saved list while it is being filled', 'saved', partial, false, false],
  ['the server if nothing is saved', 'live', none, false, false],
  ['the server if the saved list cannot be read', 'live', null, false, false],
  ['nothing while the status of the saved list is unknown', null, undefined, false, false],
  ['the server if the user wants the live list', 'live', complete, true, false],
  [
    'the server if the user wants the live list, even while the status is unknown',
    'live',
    undefined,
    true,
    false,
  ],
  ['the saved list if the server is unreachable', 'saved', complete, true, true],
  ['the server if nothing is saved, even if it is unreachable', 'live', none, true, true],
] as const)('chooses %s', (_name, source, saved, wantsLive, isOffline) => {
  expect(chooseSource({ wantsLive, isOffline, saved })).toBe(source);
});
