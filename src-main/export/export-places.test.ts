import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src-shared/errors.ts';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import { writeBeside } from '../files/write-beside.ts';
import { Exports } from './exports.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-places-'));
});
afterEach(() => rm(folder, { recursive: true }));

const request: ExportTenantsRequest = {
  accountId: '00000000-0000-4000-8000-000000000000',
  scope: { kind: 'page', tenants: [] },
  options: defaultExportOptions,
};
const never = new AbortController().signal;
const ignore = () => undefined;

interface Setting {
  /** What the dialog answers, in its order; the suggestion when there is nothing left. */
  answers?: (string | null)[];
  lastFolder?: string;
  /** Awaited by each export before its file is there. */
  work?: (path: string) => Promise<void>;
  ofRows?: number;
}

/** Exports of real files; dialog, file manager and rows are made up. */
function makeExports({ answers = [], lastFolder, work, ofRows }: Setting = {}) {
  const seen = {
    suggestions: Array.of<string>(),
    remembered: Array.of<string>(),
    opened: Array.of<string>(),
    shown: Array.of<string>(),
    progress: Array.of<number | null>(),
    begun: Array.of<string>(),
  };
  const exports = new Exports({
    write: async (_request, path, { onProgress }) => {
      seen.begun.push(basename(path));
      await writeBeside(path, async (beside) => {
        onProgress(50);
        await work?.(path);
        await writeFile(beside, basename(path));
      });
      return { rows: 100, unreadableRows: 0 };
    },
    count: () => Promise.resolve(ofRows ?? null),
    suggestName: () => 'tenants.xlsx',
    chooseFile: (suggestion) => {
      seen.suggestions.push(suggestion);
      const answer = answers.shift();
      return Promise.resolve(answer === undefined ? suggestion : answer);
    },
    lastFolder: () => lastFolder ?? null,
    remember: (_accountId, _options, chosen) => {
      seen.remembered.push(chosen);
      return Promise.resolve();
    },
    downloadsFolder: folder,
    showProgress: (fraction) => seen.progress.push(fraction),
    openFile: (path) => {
      seen.opened.push(path);
      return Promise.resolve();
    },
    showInFolder: (path) => seen.shown.push(path),
  });
  return { exports, ...seen };
}

describe('where an export goes', () => {
  it('is asked in the folder of the last one, which is remembered', async () => {
    const last = join(folder, 'last');
    await mkdir(last);
    const { exports, suggestions, remembered } = makeExports({ lastFolder: last });
    await exports.run(request, never, ignore);
    expect(suggestions).toEqual([join(last, 'tenants.xlsx')]);
    expect(remembered).toEqual([last]);
  });

  it('is asked among the downloads when the last folder is gone', async () => {
    const { exports, suggestions } = makeExports({ lastFolder: join(folder, 'gone') });
    await exports.run(request, never, ignore);
    expect(suggestions.map(dirname)).toEqual([folder]);
  });

  it('is not remembered when the dialog is closed', async () => {
    const { exports, remembered } = makeExports({ answers: [null] });
    expect(await exports.run(request, never, ignore)).toEqual({ outcome: 'dismissed' });
    expect(remembered).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('gets the extension of its format, under a name that is free', async () => {
    const chosen = join(folder, 'tenants v1.5');
    const { exports } = makeExports({ answers: [chosen, chosen, chosen] });
    const csv = { ...request, options: { ...defaultExportOptions, format: 'csv' as const } };
    await exports.run(request, never, ignore);
    await exports.run(request, never, ignore);
    await exports.run(csv, never, ignore);
    expect((await readdir(folder)).toSorted()).toEqual([
      'tenants v1.5 (2).xlsx',
      'tenants v1.5.csv',
      'tenants v1.5.xlsx',
    ]);
  });

  it('can be opened and shown, and no other file can', async () => {
    const { exports, opened, shown } = makeExports();
    const result = await exports.run(request, never, ignore);
    if (result.outcome !== 'saved') throw new Error('Not saved');
    await exports.open(result.exportId);
    exports.show(result.exportId);
    expect([...opened, ...shown]).toEqual([result.path, result.path]);
    const unknown = { code: 'invalid_request' };
    expect(() => exports.show(randomUUID())).toThrow(expect.objectContaining(unknown));
    await expect(exports.open(randomUUID())).rejects.toMatchObject(unknown);
  });
});

describe('a file that is in use', () => {
  const inUse = (path: string) => new AppError({ code: 'file_in_use', message: 'held', path });

  it('is left alone, and the sheet goes beside it at one word', async () => {
    const held = join(folder, 'tenants.xlsx');
    await writeBeside(held, async (path) => {
      await writeFile(path, 'open in Excel');
    });
    const { exports, suggestions, shown } = makeExports({
      // As Windows answers when the finished file is renamed.
      work: (path) => (path === held ? Promise.reject(inUse(path)) : Promise.resolve()),
    });
    const result = await exports.run(request, never, ignore);
    if (result.outcome !== 'inUse') throw new Error('Not in use');
    expect(result).toMatchObject({ path: held, freeName: 'tenants (2).xlsx' });
    // It is not one that this session wrote.
    expect(() => exports.show(result.exportId)).toThrow();

    const beside = { ...request, besideExportId: result.exportId };
    expect(await exports.run(beside, never, ignore)).toMatchObject({
      outcome: 'saved',
      path: join(folder, 'tenants (2).xlsx'),
    });
    expect(suggestions).toHaveLength(1);
    expect(shown).toEqual([]);
    expect(await readFile(held, 'utf8')).toBe('open in Excel');
    expect((await readdir(folder)).toSorted()).toEqual(['tenants (2).xlsx', 'tenants.xlsx']);
  });

  it('is not named by who never met it', async () => {
    const { exports } = makeExports();
    const beside = { ...request, besideExportId: randomUUID() };
    await expect(exports.run(beside, never, ignore)).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });
});

describe('several exports', () => {
  it('are written one after the other, never over each other', async () => {
    const gates = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const waits = gates.map(({ promise }) => promise);
    const { exports, begun, progress } = makeExports({
      work: async () => waits.shift(),
      ofRows: 100,
    });
    const rows: number[] = [];
    const first = exports.run(request, never, ignore);
    const second = exports.run(request, never, (count) => rows.push(count));
    await expect.poll(() => begun).toEqual(['tenants.xlsx']);
    expect(rows).toEqual([]);
    gates[0]?.resolve(undefined);
    expect(await first).toMatchObject({ path: join(folder, 'tenants.xlsx') });
    gates[1]?.resolve(undefined);
    expect(await second).toMatchObject({ path: join(folder, 'tenants (2).xlsx') });
    expect(rows).toEqual([0, 50]);
    expect(progress).toEqual([2, 0.5, null, 2, 0.5, null]);
  });

  it('are named and written in the order in which they were asked for', async () => {
    const gate = Promise.withResolvers<undefined>();
    const { exports, begun, suggestions } = makeExports({ work: () => gate.promise });
    const asked = Array.from({ length: 12 }, () => exports.run(request, never, ignore));
    await expect.poll(() => suggestions).toHaveLength(12);
    gate.resolve(undefined);
    const names = (await Promise.all(asked)).map(
      (result) => result.outcome === 'saved' && basename(result.path),
    );
    const later = Array.from({ length: 11 }, (_, index) => `tenants (${index + 2}).xlsx`);
    expect(names).toEqual(['tenants.xlsx', ...later]);
    expect(begun).toEqual(names);
  });

  it('lose one that is canceled while it waits, and keep the order of the others', async () => {
    const gate = Promise.withResolvers<undefined>();
    const { exports, begun } = makeExports({ work: () => gate.promise });
    const controller = new AbortController();
    const first = exports.run(request, never, ignore);
    const second = exports.run(request, controller.signal, ignore);
    const third = exports.run(request, never, ignore);
    await expect.poll(() => begun).toHaveLength(1);
    controller.abort();
    await expect(second).rejects.toMatchObject({ code: 'canceled' });
    expect(begun).toHaveLength(1);
    gate.resolve(undefined);
    await Promise.all([first, third]);
    expect(begun).toEqual(['tenants.xlsx', 'tenants (3).xlsx']);
    expect((await readdir(folder)).toSorted()).toEqual(['tenants (3).xlsx', 'tenants.xlsx']);
  });

  it('go on after one that fails', async () => {
    const failures = [new Error('the server failed')];
    const { exports, progress } = makeExports({
      work: () => {
        const failure = failures.shift();
        return failure ? Promise.reject(failure) : Promise.resolve();
      },
    });
    const first = exports.run(request, never, ignore);
    const second = exports.run(request, never, ignore);
    await expect(first).rejects.toThrow('the server failed');
    expect(await second).toMatchObject({ outcome: 'saved' });
    expect(progress.at(-1)).toBeNull();
  });
});
