import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumNameLength } from '../../src-shared/choices.ts';
import { parseArguments } from './parse-arguments.ts';

const folder = resolve('/home/hà');
const parse = (...args: string[]) => parseArguments(args, () => folder);
const file = ['export', '--account', 'a', '--to', 'a.csv'];
const wrong = (argument: string) => ({ kind: 'wrongUsage', error: { value: argument } });

describe('a command', () => {
  it('has all its options, and a path from the folder of the caller', () => {
    const args = ['--account', 'Hà Nội', '--view=Thứ hai', '--refresh', '--to', 'thứ 2.xlsx'];
    expect(parse('export', ...args, '--lang', 'vi')).toEqual({
      kind: 'command',
      command: {
        ...{ name: 'export', account: 'Hà Nội', view: 'Thứ hai', refreshes: true },
        ...{ path: resolve(folder, 'thứ 2.xlsx'), scheduleId: null },
      },
      language: 'vi',
    });
    expect(parse('refresh', '--all-accounts')).toMatchObject({
      command: { name: 'refresh', account: null },
    });
    expect(parse('list-views')).toMatchObject({ command: { name: 'list-views' } });
  });

  it('can have a name in decomposed letters', () => {
    const name = 'ệ'.repeat(maximumNameLength).normalize('NFD');
    expect(parse('refresh', '--account', name)).toMatchObject({ command: { account: name } });
  });

  it('can come after switches of Chromium, which have their own language', () => {
    const switches = ['--user-data-dir=/tmp/a b', '--lang=en-US', '--ozone-platform=headless'];
    expect(parse(...switches, 'list-accounts')).toMatchObject({
      command: { name: 'list-accounts' },
      language: 'en',
    });
  });

  it('needs the working folder only for a relative path', () => {
    const parseWithout = (...args: string[]) =>
      parseArguments(args, () => {
        throw new Error('ENOENT: no such file or directory, uv_cwd');
      });
    expect(parseWithout()).toEqual({ kind: 'window' });
    expect(parseWithout('list-views')).toMatchObject({ kind: 'command' });
    const path = resolve(folder, 'a.csv');
    expect(parseWithout('export', '--account', 'a', '--to', path)).toMatchObject({
      command: { path },
    });
    expect(parseWithout(...file)).toMatchObject({
      kind: 'wrongUsage',
      error: { code: 'working_folder_missing', value: '--to' },
    });
  });

  it('is refused in a working folder whose name is not UTF-8, if its path is relative', () => {
    const parseIn = (...args: string[]) => parseArguments(args, () => resolve('/a\ufffd'));
    expect(parseIn(...file)).toMatchObject({ ...wrong('--to'), error: { code: 'usage_wrong' } });
    const path = resolve(folder, 'a.csv');
    expect(parseIn('export', '--account', 'a', '--to', path)).toMatchObject({ command: { path } });
  });

  it('can have repeated switches of Chromium', () => {
    const switches = ['--no-sandbox', '--no-sandbox', '--lang=en-US', '--lang=vi'];
    expect(parse(...switches, 'list-views')).toMatchObject({ kind: 'command', language: 'vi' });
  });

  it('adds an account with an address and maybe a name', () => {
    const url = 'https://example.com/v1';
    expect(parse('add-account', '--url', url)).toMatchObject({
      command: { name: 'add-account', baseUrl: url, accountName: null },
    });
    expect(parse('add-account', '--url', url, '--name', 'Hà Nội')).toMatchObject({
      command: { accountName: 'Hà Nội' },
    });
  });

  it('is refused with a key as an argument, which the error does not repeat', () => {
    for (const args of [['secret'], ['--url', 'a', 'secret']]) {
      const parsed = parse('add-account', ...args);
      expect(parsed).toMatchObject({
        kind: 'wrongUsage',
        error: { code: 'key_not_piped', value: '' },
      });
    }
  });

  const key = 'secretkey';
  it.each([
    ['add-account', `--${key}`, '--url', 'a'],
    ['add-account', '--url', 'a', `--key=${key}`],
    ['add-account', '--url', 'a', `-${key}`],
    ['add-account', '--url', 'a', '--key', key],
    ['add-account', '--url', 'a', '--', key],
    ['add-account', `--${key}=`, '--url', 'a'],
    ['add-account', `--no-${key}`, '--url', 'a'],
    ['--key', key, 'add-account', '--url', 'a'],
    [`--${key}`, 'add-account', '--url', 'a'],
    [key, 'add-account', '--url', 'a'],
  ])('is refused with %j, and the error does not repeat the key', (...args) => {
    const parsed = parse(...args);
    expect(parsed).toMatchObject({ kind: 'wrongUsage', language: null });
    expect(JSON.stringify(parsed)).not.toMatch(/secret|"-s/);
  });

  it.each([
    ['an unknown option', ['refresh', '--account', 'a', '--force'], '--force'],
    ['an option of another command', ['list-views', '--to', 'a.csv'], '--to'],
    ['an option without its value', ['refresh', '--account'], '--account'],
    ['a second command', ['refresh', 'export', '--account', 'a'], 'export'],
    ['a mistyped command', ['exprot', '--account', 'a'], 'exprot'],
    ['a command with a capital', ['Refresh', '--account', 'a'], 'Refresh'],
    ['a command in capitals', ['HELP'], 'HELP'],
    ['a command with a digit', ['refresh2'], 'refresh2'],
    ['a command with an underscore', ['list_accounts'], 'list_accounts'],
    ['no command', ['--account', 'Hà Nội'], '--account'],
    [
      'an option before the command',
      ['--account', 'Hà Nội', 'export', '--to', 'a.csv'],
      '--account',
    ],
    ['no account', ['export', '--to', 'a.csv'], '--account'],
    ['one account and all', ['refresh', '--account', 'a', '--all-accounts'], '--account'],
    ['an empty account', ['refresh', '--account', ' '], '--account'],
    [
      'an account that no account can be',
      ['refresh', '--account', 'a'.repeat(4 * maximumNameLength + 1)],
      '--account',
    ],
    ['an empty view', ['export', '--account', 'a', '--view', '', '--to', 'a.csv'], '--view'],
    ['no file', ['export', '--account', 'a'], '--to'],
    ['another kind of file', ['export', '--account', 'a', '--to', '.bashrc'], '--to'],
    ['a file whose name is not UTF-8', ['export', '--account', 'a', '--to', 'a\ufffd.csv'], '--to'],
    ['a repeated account', ['refresh', '--account', 'a', '--account=b'], '--account'],
    ['a repeated file', [...file, '--to', 'b.csv'], '--to'],
    ['a repeated switch', [...file, '--refresh', '--refresh'], '--refresh'],
    ['an extension alone', ['export', '--account', 'a', '--to', '.xlsx'], '--to'],
    ['an id that is none', [...file, '--schedule', '1'], '--schedule'],
    ['no address', ['add-account', '--name', 'Hà Nội'], '--url'],
    ['an empty address', ['add-account', '--url', ' '], '--url'],
    ['an empty name', ['add-account', '--url', 'a', '--name', ''], '--name'],
    ['an address without its value', ['add-account', '--url'], '--url'],
    ['an address that is a switch', ['add-account', '--url', '--name'], '--url'],
    ['no command, but an address with a key in it', ['--url=https://a/secret'], '--url'],
    ['an unknown language', ['list-views', '--lang', 'fr'], '--lang'],
  ])('is refused with %s', (_what, args, argument) => {
    expect(parse(...args)).toMatchObject(wrong(argument));
  });
});

it.each([
  [],
  ['--lang=vi'],
  ['--inspect=0'],
  ['/home/ha/list.xlsx'],
  ['-psn_0_1234'],
  ['--updated'],
])('opens the window for what the operating system passes: %s', (...args) => {
  expect(parse(...args)).toEqual({ kind: 'window' });
});

it('shows the help, whatever else there is', () => {
  for (const args of [['--help'], ['help'], ['export', '-h'], ['export', '--to', '--help']]) {
    expect(parse(...args).kind).toBe('help');
  }
  expect(parse('--help', '--lang', 'vi')).toEqual({ kind: 'help', language: 'vi' });
});

it('never throws, and exports only to tables', () => {
  const argument = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'export',
      'refresh',
      '--to',
      '--account',
      '--view',
      'a.csv',
      '--',
      '-',
      '--to=',
    ),
  );
  fc.assert(
    fc.property(fc.array(argument), (args) => {
      const parsed = parse(...args);
      if (parsed.kind !== 'command' || parsed.command.name !== 'export') return;
      expect(parsed.command.path).toMatch(/.\.(xlsx|csv)$/i);
    }),
  );
});
