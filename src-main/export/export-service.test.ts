import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src-shared/errors.ts';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { ExportService } from './export-service.ts';

const folder = prepareTestFolder();

const request: ExportTenantsRequest = {
  accountId: '00000000-0000-4000-8000-000000000000',
  scope: { kind: 'page', tenants: [] },
  options: defaultExportOptions,
};
const neverAborted = new AbortController().signal;
const ignoreProgress = () => undefined;

interface TestOptions {
  /** The answers of the save dialog, in order. After the last one the dialog returns the suggested path. */
  answers?: (string | null)[];
  lastFolder?: string;
  /** Called for each export before its file is complete. */
  beforeWrite?: (path: string) => Promise<void>;
  ofRows?: number;
}

/** Creates a service that writes real files. Dialogs, the file manager and rows are simulated, and calls recorded. */
function createService({ answers = [], lastFolder, beforeWrite, ofRows }: TestOptions = {}) {
  const calls = {
    suggestedPaths: Array.of<string>(),
    savedFolders: Array.of<string>(),
    openedPaths: Array.of<string>(),
    shownPaths: Array.of<string>(),
    shownProgress: Array.of<number | null>(),
    startedNames: Array.of<string>(),
  };
  const service = new ExportService({
    write: async (_request, path, { onProgress }) => {
      calls.startedNames.push(basename(path));
      await writeFileAtomically(path, async (file) => {
        onProgress(50);
        await beforeWrite?.(path);
        await writeFile(file, basename(path));
      });
      return { rows: 100, unreadableRows: 0, missingRows: 0 };
    },
    count: () => Promise.resolve(ofRows ?? null),
    suggestName: () => 'tenants.xlsx',
    chooseFile: (suggestedPath) => {
      calls.suggestedPaths.push(suggestedPath);
      const answer = answers.shift();
      return Promise.resolve(answer === undefined ? suggestedPath : answer);
    },
    lastFolder: () => lastFolder ?? null,
    saveChoices: (_accountId, _options, savedFolder) => {
      calls.savedFolders.push(savedFolder);
      return Promise.resolve();
    },
    downloadsFolder: folder.path,
    showProgress: (fraction) => calls.shownProgress.push(fraction),
    openFile: (path) => {
      calls.openedPaths.push(path);
      return Promise.resolve();
    },
    showInFolder: (path) => calls.shownPaths.push(path),
  });
  return { service, ...calls };
}

describe('the file of an export', () => {
  it('is suggested in the folder of the last export, and its folder is saved', async () => {
    const last = folder.join('last');
    await mkdir(last);
    const { service, suggestedPaths, savedFolders } = createService({ lastFolder: last });
    await service.run(request, neverAborted, ignoreProgress);
    expect(suggestedPaths).toEqual([folder.join('last', 'tenants.xlsx')]);
    expect(savedFolders).toEqual([last]);
  });

  it('is suggested in the downloads folder if the last folder no longer exists', async () => {
    const { service, suggestedPaths } = createService({ lastFolder: folder.join('gone') });
    await service.run(request, neverAborted, ignoreProgress);
    expect(suggestedPaths.map(dirname)).toEqual([folder.path]);
  });

  it('is not written, and no folder is saved, if the user cancels the dialog', async () => {
    const { service, savedFolders } = createService({ answers: [null] });
    expect(await service.run(request, neverAborted, ignoreProgress)).toEqual({
      outcome: 'dismissed',
    });
    expect(savedFolders).toEqual([]);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('gets the extension of its format, and then a name that is free', async () => {
    const chosen = folder.join('tenants v1.5');
    const { service } = createService({ answers: [chosen, chosen, chosen] });
    const csv = { ...request, options: { ...defaultExportOptions, format: 'csv' as const } };
    await service.run(request, neverAborted, ignoreProgress);
    await service.run(request, neverAborted, ignoreProgress);
    await service.run(csv, neverAborted, ignoreProgress);
    expect((await readdir(folder.path)).toSorted()).toEqual([
      'tenants v1.5 (2).xlsx',
      'tenants v1.5.csv',
      'tenants v1.5.xlsx',
    ]);
  });

  it('can be opened and shown in its folder, and no other file can', async () => {
    const { service, openedPaths, shownPaths } = createService();
    const result = await service.run(request, neverAborted, ignoreProgress);
    if (result.outcome !== 'saved') throw new Error('The export was not saved');
    await service.open(result.exportId);
    service.show(result.exportId);
    expect([...openedPaths, ...shownPaths]).toEqual([result.path, result.path]);
    const error = { code: 'invalid_request' };
    expect(() => service.show(randomUUID())).toThrow(expect.objectContaining(error));
    await expect(service.open(randomUUID())).rejects.toMatchObject(error);
  });
});

describe('a file that is in use', () => {
  const createInUseError = (path: string) =>
    new AppError({ code: 'file_in_use', message: 'held', path });

  it('is not replaced, and the export can be repeated with a free name next to it', async () => {
    const held = folder.join('tenants.xlsx');
    await writeFileAtomically(held, async (file) => {
      await writeFile(file, 'open in Excel');
    });
    const { service, suggestedPaths, shownPaths } = createService({
      // As on Windows when the finished file is renamed.
      beforeWrite: (path) =>
        path === held ? Promise.reject(createInUseError(path)) : Promise.resolve(),
    });
    const result = await service.run(request, neverAborted, ignoreProgress);
    if (result.outcome !== 'inUse') throw new Error('The file was not in use');
    expect(result).toMatchObject({ path: held, freeName: 'tenants (2).xlsx' });
    // The service did not write this file.
    expect(() => service.show(result.exportId)).toThrow();

    const beside = { ...request, besideExportId: result.exportId };
    expect(await service.run(beside, neverAborted, ignoreProgress)).toMatchObject({
      outcome: 'saved',
      path: folder.join('tenants (2).xlsx'),
    });
    expect(suggestedPaths).toHaveLength(1);
    expect(shownPaths).toEqual([]);
    expect(await readFile(held, 'utf8')).toBe('open in Excel');
    expect((await readdir(folder.path)).toSorted()).toEqual(['tenants (2).xlsx', 'tenants.xlsx']);
  });

  it('cannot be referred to with an unknown id', async () => {
    const { service } = createService();
    const beside = { ...request, besideExportId: randomUUID() };
    await expect(service.run(beside, neverAborted, ignoreProgress)).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });
});

describe('several exports', () => {
  it('are written one after the other and do not replace each other', async () => {
    const gates = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const waits = gates.map(({ promise }) => promise);
    const { service, startedNames, shownProgress } = createService({
      beforeWrite: async () => waits.shift(),
      ofRows: 100,
    });
    const rows: number[] = [];
    const first = service.run(request, neverAborted, ignoreProgress);
    const second = service.run(request, neverAborted, (count) => rows.push(count));
    await expect.poll(() => startedNames).toEqual(['tenants.xlsx']);
    expect(rows).toEqual([]);
    gates[0]?.resolve(undefined);
    expect(await first).toMatchObject({ path: folder.join('tenants.xlsx') });
    gates[1]?.resolve(undefined);
    expect(await second).toMatchObject({ path: folder.join('tenants (2).xlsx') });
    expect(rows).toEqual([0, 50]);
    expect(shownProgress).toEqual([2, 0.5, null, 2, 0.5, null]);
  });

  it('are named and written in the order in which they were requested', async () => {
    const gate = Promise.withResolvers<undefined>();
    const { service, startedNames, suggestedPaths } = createService({
      beforeWrite: () => gate.promise,
    });
    const running = Array.from({ length: 12 }, () =>
      service.run(request, neverAborted, ignoreProgress),
    );
    await expect.poll(() => suggestedPaths).toHaveLength(12);
    gate.resolve(undefined);
    const names = (await Promise.all(running)).map(
      (result) => result.outcome === 'saved' && basename(result.path),
    );
    const laterNames = Array.from({ length: 11 }, (_, index) => `tenants (${index + 2}).xlsx`);
    expect(names).toEqual(['tenants.xlsx', ...laterNames]);
    expect(startedNames).toEqual(names);
  });

  it('keep their order if one is canceled while it waits', async () => {
    const gate = Promise.withResolvers<undefined>();
    const { service, startedNames } = createService({ beforeWrite: () => gate.promise });
    const controller = new AbortController();
    const first = service.run(request, neverAborted, ignoreProgress);
    const second = service.run(request, controller.signal, ignoreProgress);
    const third = service.run(request, neverAborted, ignoreProgress);
    await expect.poll(() => startedNames).toHaveLength(1);
    controller.abort();
    await expect(second).rejects.toMatchObject({ code: 'canceled' });
    expect(startedNames).toHaveLength(1);
    gate.resolve(undefined);
    await Promise.all([first, third]);
    expect(startedNames).toEqual(['tenants.xlsx', 'tenants (3).xlsx']);
    expect((await readdir(folder.path)).toSorted()).toEqual(['tenants (3).xlsx', 'tenants.xlsx']);
  });

  it('continue after one fails', async () => {
    const failures = [new Error('the server failed')];
    const { service, shownProgress } = createService({
      beforeWrite: () => {
        const failure = failures.shift();
        return failure ? Promise.reject(failure) : Promise.resolve();
      },
    });
    const first = service.run(request, neverAborted, ignoreProgress);
    const second = service.run(request, neverAborted, ignoreProgress);
    await expect(first).rejects.toThrow('the server failed');
    expect(await second).toMatchObject({ outcome: 'saved' });
    expect(shownProgress.at(-1)).toBeNull();
  });
});
