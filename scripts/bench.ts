import { fileURLToPath } from 'node:url';
import { inKeyringSession } from './keyring-session.ts';
import { run } from './run.ts';
import { provideSystemPackages } from './system-packages.ts';

/** `npm run bench`, in a keyring session of its own: the app that is measured keeps its key. */
async function bench(): Promise<number> {
  if (!provideSystemPackages()) return 1;
  const script = fileURLToPath(new URL('bench/run-bench.ts', import.meta.url));
  return run(inKeyringSession([process.execPath, script, ...process.argv.slice(2)]));
}

process.exitCode = await bench();
