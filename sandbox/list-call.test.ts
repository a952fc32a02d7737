import { describe, expect, it } from 'vitest';
import { startSandbox } from './server.ts';
import { ask, askForHotlines, idsOf, pageBody, postForHotlines } from './test-client.ts';

const start = () => startSandbox({ apiKey: 'key', tenants: 20, hotlines: 5 });

describe('logs and faults of both calls', () => {
  it('logs each call on its own, without the key', async () => {
    await using sandbox = await startSandbox({ apiKey: 'secret-key', tenants: 1, hotlines: 1 });
    await ask(sandbox, pageBody({ limit: 7 }));
    await askForHotlines(sandbox, pageBody({ limit: 8 }));
    expect(sandbox.requests).toMatchObject([{ body: { paging: { limit: 7 } } }]);
    expect(sandbox.hotlineRequests).toMatchObject([{ body: { paging: { limit: 8 } } }]);
    expect(JSON.stringify(sandbox.hotlineRequests)).not.toContain('secret-key');
  });

  it('applies and counts the faults of each call on its own', async () => {
    await using sandbox = await startSandbox({
      ...{ apiKey: 'key', tenants: 1, hotlines: 1 },
      faults: { status: { status: 500, after: 1, times: 1 } },
      hotlineFaults: { status: { status: 503, after: 2, times: 1 } },
    });
    const statuses: number[][] = [];
    for (let round = 0; round < 4; round += 1) {
      const hotlines = await askForHotlines(sandbox, '{}');
      statuses.push([(await ask(sandbox, '{}')).status, hotlines.status]);
    }
    expect(statuses).toEqual([
      [200, 200],
      [500, 200],
      [200, 503],
      [200, 200],
    ]);
  });

  it('starts counting again when the faults of this call are set', async () => {
    await using sandbox = await start();
    await askForHotlines(sandbox, '{}');
    sandbox.setHotlineFaults({ status: { status: 500, times: 1 } });
    sandbox.setFaults({});
    expect((await ask(sandbox, '{}')).status).toBe(200);
    expect((await askForHotlines(sandbox, '{}')).status).toBe(500);
    expect((await askForHotlines(sandbox, '{}')).status).toBe(200);
  });

  it('applies the faults also if the server does not have the call', async () => {
    await using sandbox = await startSandbox({
      ...{ apiKey: 'key', tenants: 1 },
      hotlineFaults: { status: { status: 503, times: 1 } },
    });
    expect((await askForHotlines(sandbox, '{}')).status).toBe(503);
    expect((await askForHotlines(sandbox, '{}')).status).toBe(404);
  });

  it.each([
    [403, { code: 'permission_denied', msg: 'Không có quyền', meta: { reason: 'no_hotline' } }],
    [501, { code: 'unimplemented', msg: 'Chưa hỗ trợ' }],
  ])('responds to hotlines with any error: %s', async (status, body) => {
    await using sandbox = await start();
    sandbox.setHotlineFaults({ answer: { status, body } });
    const response = await postForHotlines(sandbox, '{}');
    expect([response.status, await response.json()]).toEqual([status, body]);
    expect((await ask(sandbox, '{}')).status).toBe(200);
  });

  it('changes pages of hotlines', async () => {
    await using sandbox = await start();
    sandbox.setHotlineFaults({
      unreadableRow: { row: 7 },
      cursorsAtEnds: {},
      awkward: { every: 1, kinds: ['status-null'] },
    });
    const { hotlines, paging } = await askForHotlines(sandbox, '{}');
    expect(hotlines).toMatchObject([7, ...Array<object>(4).fill({ status: null })]);
    expect([paging?.next, paging?.prev]).not.toContain('');
  });

  it('repeats cursors and hotlines', async () => {
    await using sandbox = await start();
    sandbox.setHotlineFaults({ repeatCursor: {}, shiftRows: {} });
    const first = await askForHotlines(sandbox, pageBody({ limit: 2 }));
    const after = first.paging?.next ?? '';
    const second = await askForHotlines(sandbox, pageBody({ after, limit: 2 }));
    expect(second.paging?.next).toBe(after);
    expect(idsOf(second.hotlines)[0]).toBe(idsOf(first.hotlines)[1]);
  });

  it('hangs only for hotlines', async () => {
    const sandbox = await start();
    sandbox.setHotlineFaults({ hang: { times: 1 } });
    // The second request gets a response, which shows that the first one has arrived and hangs.
    const answers = [postForHotlines(sandbox, '{}'), postForHotlines(sandbox, '{}')];
    expect((await Promise.race(answers)).status).toBe(200);
    expect((await ask(sandbox, '{}')).status).toBe(200);
    await sandbox.close();
    const outcomes = (await Promise.allSettled(answers)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
