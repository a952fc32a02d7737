import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src-shared/errors.ts';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import {
  createTestService,
  ignoreProgress,
  neverAborted,
  request,
  saveExport,
} from './tests/test-export-service.ts';

const folder = prepareTestFolder();

describe('the file of an export', () => {
  it('is suggested in the folder of the last export, and its folder is saved', async () => {
    const last = folder.join('last');
    await mkdir(last);
    const { service, suggestedPaths, savedFolders } = createTestService(folder, {
      lastFolder: last,
    });
    await service.run(request, neverAborted, ignoreProgress);
    expect(suggestedPaths).toEqual([folder.join('last', 'tenants.xlsx')]);
    expect(savedFolders).toEqual([last]);
  });

  it('is suggested in the downloads folder if the last folder no longer exists', async () => {
    const { service, suggestedPaths } = createTestService(folder, {
      lastFolder: folder.join('gone'),
    });
    await service.run(request, neverAborted, ignoreProgress);
    expect(suggestedPaths.map(dirname)).toEqual([folder.path]);
  });

  it('is suggested with a path that Excel opens, in a long folder too', async () => {
    const last = folder.join('x'.repeat(100));
    await mkdir(last);
    const { service, suggestedPaths } = createTestService(folder, {
      lastFolder: last,
      suggestName: (_request, maximumLength) => `${'n'.repeat(maximumLength - 5)}.xlsx`,
    });
    const result = await service.run(request, neverAborted, ignoreProgress);
    // There is room for a number: ` (99)`.
    expect(suggestedPaths[0]).toHaveLength(213);
    expect(result).toMatchObject({ excelLimit: null });
  });

  it.each([
    [`${'n'.repeat(200)}.xlsx`, 'length'],
    ['tenants [1].xlsx', 'name'],
    ['~$tenants.xlsx', 'name'],
    ['tenants (1) ~$.xlsx', null],
  ])(
    'named %j by the user is saved, with a note if Excel does not open it',
    async (name, limit) => {
      const { service } = createTestService(folder, { answers: [folder.join(name)] });
      const result = await service.run(request, neverAborted, ignoreProgress);
      expect(result).toMatchObject({ path: folder.join(name), excelLimit: limit });
    },
  );

  it('is not written, and no folder is saved, if the user cancels the dialog', async () => {
    const { service, savedFolders } = createTestService(folder, { answers: [null] });
    expect(await service.run(request, neverAborted, ignoreProgress)).toEqual({
      outcome: 'dismissed',
    });
    expect(savedFolders).toEqual([]);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('gets the extension of its format, and then a name that is free', async () => {
    const chosen = folder.join('tenants v1.5');
    const { service } = createTestService(folder, { answers: [chosen, chosen, chosen] });
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
    const { service, openedPaths, shownPaths } = createTestService(folder);
    const result = await saveExport(service);
    await service.open(result.exportId);
    await service.show(result.exportId);
    expect([...openedPaths, ...shownPaths]).toEqual([result.path, result.path]);
    const error = { code: 'invalid_request' };
    await expect(service.show(randomUUID())).rejects.toMatchObject(error);
    await expect(service.open(randomUUID())).rejects.toMatchObject(error);
  });

  it('cannot be shown in its folder if it no longer exists', async () => {
    const { service, shownPaths } = createTestService(folder);
    const { exportId, path } = await saveExport(service);
    await rm(path);
    await expect(service.show(exportId)).rejects.toMatchObject({ code: 'file_not_opened', path });
    expect(shownPaths).toEqual([]);
  });
});

describe('a file that is in use', () => {
  const createInUseError = (path: string) =>
    new AppError({ code: 'file_in_use', message: 'held', path });

  it('is not replaced, and the export can be repeated with a free name next to it', async () => {
    const held = folder.join('tenants.xlsx');
    await writeFile(held, 'open in Excel');
    const { service, suggestedPaths, shownPaths } = createTestService(folder, {
      // As on Windows when the finished file is renamed.
      beforeWrite: (path) =>
        path === held ? Promise.reject(createInUseError(path)) : Promise.resolve(),
    });
    const result = await service.run(request, neverAborted, ignoreProgress);
    if (result.outcome !== 'inUse') throw new Error('The file was not in use');
    expect(result).toMatchObject({ path: held, freeName: 'tenants (2).xlsx' });
    // The service did not write this file.
    await expect(service.show(result.exportId)).rejects.toThrow();

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
    const { service } = createTestService(folder);
    const beside = { ...request, besideExportId: randomUUID() };
    await expect(service.run(beside, neverAborted, ignoreProgress)).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });
});

describe('a finished file that could not replace the chosen one', () => {
  it('is reported with its own path and the reason, and can be opened', async () => {
    const path = folder.join('tenants (2).xlsx');
    const obstacle = { code: 'file_in_use', message: 'held' } as const;
    const { service, openedPaths } = createTestService(folder, { written: { path, obstacle } });
    const result = await saveExport(service);
    const notReplaced = { path: folder.join('tenants.xlsx'), code: 'file_in_use' };
    expect(result).toMatchObject({ path, notReplaced });
    await service.open(result.exportId);
    expect(openedPaths).toEqual([path]);
  });
});
