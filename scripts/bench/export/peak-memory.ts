import { startExports } from './exports.ts';

/**
 * Run as a process of its own, because memory that was given back earlier would hide what it takes:
 * `peak-memory.ts TENANTS ROWS` exports so many tenants until so many rows are written, and tells the most memory, RSS,
 * that takes on top of what the idle app has, in MB.
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
