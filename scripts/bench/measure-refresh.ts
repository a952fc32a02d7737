import { benchOptions } from './options.ts';
import { storingShare, timeOfOneRequest, timeRefreshes } from './refreshes.ts';
import { report } from './report.ts';
import { startSandboxProcess } from './sandbox-process.ts';
import { atMost, type Measure } from './statistics.ts';

const { verbose } = benchOptions();

/** Refreshes of 10,000 tenants from a server that answers after 50 ms. */
async function measureRefresh(): Promise<Measure[]> {
  await using sandbox = await startSandboxProcess(10_000, ['--fault', 'latency=50']);
  const request = await timeOfOneRequest(sandbox, 40);
  const { pages, milliseconds } = await timeRefreshes(sandbox);
  if (verbose) console.log(`one request: ${request.toFixed(2)} ms, ${pages} pages`);
  return [
    atMost(
      'refresh of 10,000 at 50 ms, against its requests',
      milliseconds / (pages * request),
      1.1,
      '',
    ),
    atMost('storing, of that refresh', (await storingShare(sandbox)) * 100, 10, '%'),
  ];
}

report(await measureRefresh());
