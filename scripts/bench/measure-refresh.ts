import { benchOptions } from './options.ts';
import { requestsOfQuickRefresh } from './quick-refresh.ts';
import { storingShare, timeOfOneRequest, timeRefreshes } from './refreshes.ts';
import { startSandboxProcess } from './sandbox-process.ts';
import { atMost, type Measure, report } from './measures.ts';

const { verbose } = benchOptions();

/** Measures refreshes of 10,000 tenants from a server with a latency of 50 ms. */
async function measureRefresh(): Promise<Measure[]> {
  await using sandbox = await startSandboxProcess({ tenants: 10_000, hotlines: 0 }, [
    '--fault',
    'latency=50',
  ]);
  const request = await timeOfOneRequest(sandbox, 40);
  const { requests, milliseconds, quick } = await timeRefreshes(sandbox);
  if (verbose) console.log(`one request: ${request.toFixed(2)} ms, ${requests} requests`);
  return [
    atMost(
      'refresh of 10,000 at 50 ms, relative to its requests',
      milliseconds / (requests * request),
      1.05,
      '',
    ),
    atMost('quick refresh without news, relative to one request', quick / request, 1.3, ''),
    atMost(
      'quick refresh of 10,000 with 50 changes: requests',
      await requestsOfQuickRefresh(),
      2,
      '',
    ),
    atMost('share of that refresh spent on storing', (await storingShare(sandbox)) * 100, 10, '%'),
  ];
}

report(await measureRefresh());
