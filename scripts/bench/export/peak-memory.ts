import { startExports } from './exports.ts';

/**
 * Runs in a new process, because memory that was freed before would distort the result: `peak-memory.ts TENANTS ROWS`
 * exports TENANTS repeatedly until ROWS are written. Sends the peak RSS above the idle app's, in MB.
 */
async function main([count = '', rows = '']: readonly string[]): Promise<void> {
  await using exports = await startExports(Number(count));
  globalThis.gc?.();
  const idle = process.memoryUsage().rss;
  let peak = idle;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 10);
  for (let written = 0; written < Number(rows); written += Number(count)) await exports.write();
  clearInterval(watch);
  process.send?.((peak - idle) / 1e6);
}

await main(process.argv.slice(2));
