import { expect, it } from 'vitest';
import { chooseSource } from './choose-source.ts';

const none = { state: 'none' } as const;
const partial = { state: 'partial' } as const;
const complete = { state: 'complete' } as const;

it.each([
  ['the saved list when there is one', 'saved', complete, false, false],
  ['the saved list while it is being filled', 'saved', partial, false, false],
  ['the server when nothing is saved', 'live', none, false, false],
  ['the server when what is saved cannot be read', 'live', null, false, false],
  ['nothing until it is known what is saved', null, undefined, false, false],
  ['the server when it is asked for', 'live', complete, true, false],
  ['the server at once when it is asked for', 'live', undefined, true, false],
  ['the saved list when the server is out of reach', 'saved', complete, true, true],
  ['the server, out of reach or not, when nothing is saved', 'live', none, true, true],
] as const)('asks %s', (_name, source, saved, wantsLive, isOffline) => {
  expect(chooseSource({ wantsLive, isOffline, saved })).toBe(source);
});
