import { provideElectron } from './electron-binary.ts';
import { root, run, tool } from './run.ts';

/** `npm start`: builds the app and runs it in Electron. */
async function start(): Promise<number> {
  const electron = await provideElectron();
  if ('reason' in electron) {
    console.error(electron.reason);
    return 1;
  }
  const built = await run(tool('electron-vite', 'electron-vite', 'build', '--logLevel', 'warn'));
  if (built !== 0) return built;
  // Chromium refuses to run with its sandbox as root.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return run([electron.path, root, ...(asRoot ? ['--no-sandbox'] : []), ...process.argv.slice(2)]);
}

process.exitCode = await start();
