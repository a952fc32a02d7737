import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channelNames, type ChannelName } from '../../src-shared/channel-names.ts';
import { channels } from '../../src-shared/channels.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import { CallRunner } from '../rpc/call-runner.ts';
import { Ipc } from './ipc.ts';

type Listener = (event: object, ...values: unknown[]) => Promise<unknown>;

const { listeners } = vi.hoisted(() => ({ listeners: new Map<string, Listener>() }));
vi.mock('electron', () => ({
  ipcMain: { handle: (name: string, listener: Listener) => listeners.set(name, listener) },
}));

/** `npm test` tries a few payloads for each channel; `IPC_FUZZ_RUNS=10000` tries more. */
const runs = Number(process.env.IPC_FUZZ_RUNS ?? 60);

const sender = { id: 1, once: () => sender, removeListener: () => sender, send: () => undefined };
const frameOf = (url: string, parent: object | null = null) => ({
  senderFrame: { url, parent },
  sender,
});
const page = frameOf('app://bundle/index.html');

const called = vi.fn((_name: string, _request: unknown) => null);
const log = vi.fn();
beforeEach(() => {
  called.mockClear();
  log.mockClear();
});

const handlers = Object.fromEntries(
  channelNames.map((name) => [name, (request: unknown) => called(name, request)]),
);
const isComplete = (some: object): some is BridgeHandlers =>
  channelNames.every((name) => name in some);
if (isComplete(handlers)) new Ipc('app://bundle', new CallRunner({ log })).register(handlers);

function invoke(name: ChannelName, event: object, ...values: unknown[]): Promise<unknown> {
  const listener = listeners.get(name);
  if (listener === undefined) throw new Error(`There is no listener for ${name}`);
  return listener(event, ...values);
}

/** Values that a page can send, with the names and texts that the schemas know. */
const knownNames = fc.constantFrom(
  ...['accountId', 'source', 'filter', 'scope', 'options', 'commands', 'layout', 'exportId'],
  ...['requestId', 'paging', 'limit', 'kind', 'name', 'baseUrl', 'apiKey', '__proto__'],
);
const payload = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
  }),
  fc.dictionary(
    knownNames,
    fc.oneof(
      fc.constantFrom('all', 'saved', '/etc/passwd', '00000000-0000-4000-8000-000000000000'),
      fc.anything(),
    ),
  ),
);

describe('a request', () => {
  it.each(channelNames)('of any form to %s is answered with an envelope', async (name) => {
    await fc.assert(
      fc.asyncProperty(payload, fc.option(fc.anything()), async (request, requestId) => {
        called.mockClear();
        const answer = await invoke(name, page, request, requestId);
        const isValid = channels[name].request.safeParse(request).success;
        const isAccepted = called.mock.calls.length > 0 || (name === 'cancelRequest' && isValid);
        expect(answer).toMatchObject(
          isAccepted ? { ok: true, value: null } : { error: { code: 'invalid_request' } },
        );
        // A handler gets only what its schema has parsed.
        for (const [calledName, parsed] of called.mock.calls) {
          expect([calledName, isValid]).toEqual([name, true]);
          expect(channels[name].request.safeParse(parsed).success).toBe(true);
        }
        expect(JSON.stringify(answer).length).toBeLessThan(2_000);
      }),
      { numRuns: runs },
    );
    expect(log).not.toHaveBeenCalled();
  });

  it.each([
    ['another origin', frameOf('https://example.com/index.html')],
    ['an origin with the same beginning', frameOf('app://bundle.example.com/')],
    ['a frame inside of the page', frameOf('app://bundle/index.html', {})],
    ['a file', frameOf('file:///etc/passwd')],
    ['an empty page', frameOf('about:blank')],
    ['a frame that is gone', { senderFrame: null, sender }],
  ])('from %s is refused on every channel', async (_from, event) => {
    for (const name of channelNames) {
      expect(await invoke(name, event, {})).toMatchObject({
        ok: false,
        error: { code: 'invalid_request' },
      });
    }
    expect(called).not.toHaveBeenCalled();
  });

  it('with a million wrong rows is refused without much time or memory', async () => {
    const before = process.memoryUsage().heapUsed;
    const start = process.cpuUsage();
    const wrong = [Array(400_000).fill({}), Array(1_000_000).fill(1), new Array(1_000_000_000)];
    for (const tenants of wrong) {
      const options = { format: 'csv', columns: ['name'] };
      const scope = { kind: 'selected', tenants };
      const answer = await invoke('exportTenants', page, { accountId: 'all', scope, options });
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_request' } });
    }
    const names = await invoke('offerCommands', page, { commands: Array(1_000_000).fill('x') });
    expect(names).toMatchObject({ ok: false, error: { code: 'invalid_request' } });
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(300_000_000);
  });

  it('gets the code of an error, but not what the error says about the app', async () => {
    called.mockImplementationOnce(() => {
      throw new TypeError('secret detail');
    });
    const answer = await invoke('loadApp', page, {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    called.mockImplementationOnce(() => {
      throw new AppError({ code: 'canceled', message: 'Canceled' });
    });
    expect(await invoke('loadApp', page, {})).toMatchObject({ error: { code: 'canceled' } });
  });
});
