import { fileURLToPath } from 'node:url';
import { inKeyringSession } from './keyring-session.ts';
import { run } from './run.ts';
import { provideSystemPackages } from './system-packages.ts';

/** `npm run bench`: runs the benchmark with a keyring, where the measured app stores its key. */
async function bench(): Promise<number> {
  if (!provideSystemPackages()) return 1;
  const script = fileURLToPath(new URL('bench/run-bench.ts', import.meta.url));
  return run(inKeyringSession([process.execPath, script, ...process.argv.slice(2)]));
}

process.exitCode = await bench();
