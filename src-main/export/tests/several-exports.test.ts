import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { createTestService, ignoreProgress, neverAborted, request } from './test-export-service.ts';

const folder = prepareTestFolder();

describe('several exports', () => {
  it('are written one after the other and do not replace each other', async () => {
    const gates = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const waits = gates.map(({ promise }) => promise);
    const { service, startedNames, shownProgress } = createTestService(folder, {
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
    const { service, startedNames, suggestedPaths } = createTestService(folder, {
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
    const { service, startedNames } = createTestService(folder, {
      beforeWrite: () => gate.promise,
    });
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

  it('do not replace a file that was saved while they waited', async () => {
    const gate = Promise.withResolvers<undefined>();
    const { service, savedFolders } = createTestService(folder, {
      beforeWrite: () => gate.promise,
      answers: [folder.join('first.xlsx'), folder.join('second.xlsx')],
    });
    const first = service.run(request, neverAborted, ignoreProgress);
    const second = service.run(request, neverAborted, ignoreProgress);
    await expect.poll(() => savedFolders).toHaveLength(2);
    await writeFile(folder.join('second.xlsx'), 'other');
    gate.resolve(undefined);
    await first;
    expect(await second).toMatchObject({ path: folder.join('second (2).xlsx'), notReplaced: null });
    expect(await readFile(folder.join('second.xlsx'), 'utf8')).toBe('other');
  });

  it('continue after one fails', async () => {
    const failures = [new Error('the server failed')];
    const { service, shownProgress } = createTestService(folder, {
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
