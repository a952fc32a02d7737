import { describe, expect, it, vi } from 'vitest';
import type { Bridge, Progress } from '../../src-shared/bridge.ts';
import { AppError } from '../../src-shared/errors.ts';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import { createCall } from './call.ts';

const unused = () => Promise.reject(new Error('unexpected call'));

function fakeBridge(overrides: Partial<Bridge>): Bridge {
  return {
    loadApp: unused,
    savePreferences: unused,
    addAccount: unused,
    addSampleData: unused,
    showAccount: unused,
    changeAccount: unused,
    removeAccount: unused,
    connect: unused,
    testConnection: unused,
    removeKey: unused,
    listTenants: unused,
    getSavedList: unused,
    matchValues: unused,
    getFacets: unused,
    getOverview: unused,
    getChanges: unused,
    getUnseen: unused,
    setSeen: unused,
    setShownChanges: unused,
    getUnreadableRows: unused,
    decideShrunkList: unused,
    refreshList: unused,
    getSchedules: unused,
    addSchedule: unused,
    removeSchedule: unused,
    getTenant: unused,
    findSelected: unused,
    annotateTenants: unused,
    restoreAnnotations: unused,
    previewImport: unused,
    importAnnotations: unused,
    nameOwner: unused,
    getOwnerNames: unused,
    getTags: unused,
    getAccountSettings: unused,
    saveLayout: unused,
    saveListState: unused,
    getViews: unused,
    saveViews: unused,
    offerCommands: unused,
    getAbout: unused,
    getDiagnostics: unused,
    showLogs: unused,
    measureExport: unused,
    exportTenants: unused,
    listRecentExports: unused,
    openExport: unused,
    readTable: unused,
    saveBackup: unused,
    openBackup: unused,
    closeBackup: unused,
    restoreBackup: unused,
    undoRestore: unused,
    getUpdateStatus: unused,
    checkForUpdates: unused,
    downloadUpdate: unused,
    restartToUpdate: unused,
    showDownloadPage: unused,
    getReleaseNotes: unused,
    showExport: unused,
    getProxyQuestion: unused,
    answerProxy: unused,
    cancelRequest: unused,
    onProgress: () => () => undefined,
    onCommand: () => () => undefined,
    onNotice: () => () => undefined,
    onListsChanged: () => () => undefined,
    onProxyQuestion: () => () => undefined,
    onUpdateStatus: () => () => undefined,
    ...overrides,
  };
}

const accountId = '7d8f8d2e-6f0c-4c1e-9c57-0d7a2b9d8a11';

describe('createCall', () => {
  it('returns the value of the envelope', async () => {
    const testConnection = vi.fn<Bridge['testConnection']>(() =>
      Promise.resolve({ ok: true, value: null }),
    );
    const call = createCall(fakeBridge({ testConnection }));

    await expect(call('testConnection', { accountId })).resolves.toBeNull();
    expect(testConnection).toHaveBeenCalledWith({ accountId }, expect.any(String));
  });

  it('throws the error of the envelope with all its fields', async () => {
    const error = { code: 'wrong_key', message: '401', serverMessage: 'Khóa sai' } as const;
    const call = createCall(
      fakeBridge({ testConnection: () => Promise.resolve({ ok: false, error }) }),
    );

    const thrown: unknown = await call('testConnection', { accountId }).catch((e: unknown) => e);
    expect(thrown).toBeInstanceOf(AppError);
    expect(thrown).toMatchObject(error);
  });

  it('throws an internal error if the bridge itself fails', async () => {
    const call = createCall(fakeBridge({}));

    await expect(call('testConnection', { accountId })).rejects.toMatchObject({ code: 'internal' });
  });

  it('cancels by id after an abort and waits for the answer', async () => {
    const answer = Promise.withResolvers<Awaited<ReturnType<Bridge['testConnection']>>>();
    const testConnection = vi.fn<Bridge['testConnection']>(() => answer.promise);
    const cancelRequest = vi.fn<Bridge['cancelRequest']>(() =>
      Promise.resolve({ ok: true, value: null }),
    );
    const controller = new AbortController();
    const called = createCall(fakeBridge({ testConnection, cancelRequest }))(
      'testConnection',
      { accountId },
      { signal: controller.signal },
    );

    controller.abort();
    const requestId = testConnection.mock.calls[0]?.[1];
    expect(requestId).toBeTypeOf('string');
    expect(cancelRequest).toHaveBeenCalledExactlyOnceWith({ requestId });

    answer.resolve({ ok: false, error: { code: 'canceled', message: 'canceled' } });
    await expect(called).rejects.toMatchObject({ code: 'canceled' });
  });

  it('does not call the main process if the signal is already aborted', async () => {
    const call = createCall(fakeBridge({}));

    await expect(
      call('testConnection', { accountId }, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'canceled' });
  });

  it('does not cancel a call that has ended', async () => {
    const cancelRequest = vi.fn(unused);
    const controller = new AbortController();
    const testConnection = () => Promise.resolve({ ok: true as const, value: null });
    const call = createCall(fakeBridge({ testConnection, cancelRequest }));

    await call('testConnection', { accountId }, { signal: controller.signal });
    controller.abort();
    expect(cancelRequest).not.toHaveBeenCalled();
  });

  it('reports the progress of its own request only, and stops listening when it ends', async () => {
    const listeners = new Set<(progress: Progress) => void>();
    const send = (progress: Progress) => listeners.forEach((listener) => listener(progress));
    const seen: unknown[] = [];
    const retry = { at: 5_000, reason: 'notReached' } as const;
    const call = createCall(
      fakeBridge({
        onProgress: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        exportTenants: (_request, requestId = '') => {
          send({ requestId, rows: 100 });
          send({ requestId: 'another', rows: 5 });
          send({ requestId, rows: 200, ofRows: 300, retry });
          return Promise.resolve({ ok: true, value: { outcome: 'dismissed' } });
        },
      }),
    );

    await call(
      'exportTenants',
      { accountId, scope: { kind: 'page', tenants: [] }, options: defaultExportOptions },
      { onProgress: (...progress) => seen.push(progress) },
    );
    expect(seen).toEqual([
      [100, undefined, undefined],
      [200, 300, retry],
    ]);
    expect(listeners.size).toBe(0);
  });
});
