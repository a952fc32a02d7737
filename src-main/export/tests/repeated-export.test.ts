import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src-shared/errors.ts';
import type {
  ExportTenantsRequest,
  RepeatExportRequest,
} from '../../../src-shared/export-tenants.ts';
import { prepareTestFolder } from '../../files/test-folder.ts';
import {
  createTestService,
  ignoreProgress,
  neverAborted,
  request,
  saveExport,
} from './test-export-service.ts';

const folder = prepareTestFolder();

const wholeList: ExportTenantsRequest = {
  ...request,
  scope: { kind: 'all', source: 'saved', filter: {} },
};

function repeatOf({ exportId }: { exportId: string }): RepeatExportRequest {
  return { accountId: request.accountId, repeatsExportId: exportId };
}

describe('an export that repeats another one', () => {
  it('is saved in the same folder under a free name with the current day, without a dialog', async () => {
    const chosen = folder.join('Monday 2026-11-23.xlsx');
    const { service, remembered, suggestedPaths, setToday } = createTestService(folder, {
      answers: [chosen],
    });
    const repeated = repeatOf(await saveExport(service, wholeList));
    setToday('2026-11-30');
    for (const name of ['Monday 2026-11-30.xlsx', 'Monday 2026-11-30 (2).xlsx']) {
      const result = await service.run(repeated, neverAborted, ignoreProgress);
      expect(result).toMatchObject({ outcome: 'saved', path: folder.join(name) });
    }
    expect(suggestedPaths).toHaveLength(1);
    expect(remembered.map(({ path }) => basename(path))).toEqual([
      ...['Monday 2026-11-30 (2).xlsx', 'Monday 2026-11-30.xlsx', 'Monday 2026-11-23.xlsx'],
    ]);
    expect(await readFile(chosen, 'utf8')).toBe('Monday 2026-11-23.xlsx');
  });

  it('is refused if the other one is not remembered', async () => {
    const { service } = createTestService(folder);
    const repeated = repeatOf({ exportId: randomUUID() });
    await expect(service.run(repeated, neverAborted, ignoreProgress)).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });

  it('is refused if the rows of the other one were chosen one by one', async () => {
    const { service } = createTestService(folder);
    const repeated = repeatOf(await saveExport(service));
    await expect(service.run(repeated, neverAborted, ignoreProgress)).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });

  it('asks for the file if the folder of the other one is gone', async () => {
    const gone = folder.join('gone');
    await mkdir(gone);
    const other = folder.join('other.xlsx');
    const { service, remembered } = createTestService(folder, {
      answers: [join(gone, 'Monday.xlsx'), other],
    });
    const repeated = repeatOf(await saveExport(service, wholeList));
    await rm(gone, { recursive: true });
    await expect(service.run(repeated, neverAborted, ignoreProgress)).rejects.toThrow();
    const asking = { ...repeated, asksForFile: true };
    expect(await saveExport(service, asking)).toMatchObject({ path: other });
    expect(remembered[0]?.contents?.scope).toEqual(wholeList.scope);
  });

  it("keeps the user's own name if the file of that name was in use", async () => {
    const held = folder.join('Monday.xlsx');
    await writeFile(held, 'open in Excel');
    const { service, setToday } = createTestService(folder, {
      answers: [held],
      beforeWrite: (path) =>
        path === held
          ? Promise.reject(new AppError({ code: 'file_in_use', message: 'held', path }))
          : Promise.resolve(),
    });
    const result = await service.run(wholeList, neverAborted, ignoreProgress);
    if (result.outcome !== 'inUse') throw new Error('The file was not in use');
    const beside = await saveExport(service, { ...wholeList, besideExportId: result.exportId });
    expect(beside).toMatchObject({ path: folder.join('Monday (2).xlsx') });
    setToday('2026-11-30');
    const repeated = await saveExport(service, repeatOf(beside));
    expect(repeated).toMatchObject({ path: folder.join('Monday_2026-11-30.xlsx') });
  });

  it('of an earlier session can be opened and shown', async () => {
    const earlier = createTestService(folder);
    const saved = await saveExport(earlier.service);
    const later = createTestService(folder);
    later.remembered.push(...earlier.remembered);
    await later.service.open(saved.exportId);
    await later.service.show(saved.exportId);
    expect([later.openedPaths, later.shownPaths]).toEqual([[saved.path], [saved.path]]);
  });
});
