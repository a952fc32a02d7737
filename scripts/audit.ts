import { spawnSync } from 'node:child_process';
import { findVulnerabilities } from './release/find-vulnerabilities.ts';
import { readShippedPackages } from './release/shipped-packages.ts';
import { root } from './run.ts';

/**
 * `npm run audit`: asks the registry for known vulnerabilities. Fails if one is in the built app, or if the registry does
 * not answer. One in a tool is only printed.
 */
async function audit(): Promise<number> {
  // npm is a script on Windows, so it needs a shell.
  const { stdout } = spawnSync('npm audit --json', { cwd: root, encoding: 'utf8', shell: true });
  const found = findVulnerabilities(stdout, await readShippedPackages());
  for (const { name, severity, reasons, isShipped } of found) {
    console.log(`${isShipped ? 'SHIPPED' : 'tool'} ${name}, ${severity}: ${reasons.join('; ')}`);
  }
  const shipped = found.filter(({ isShipped }) => isShipped);
  console.log(`${shipped.length} vulnerable packages in the app, ${found.length} in total`);
  return shipped.length === 0 ? 0 : 1;
}

process.exitCode = await audit().catch((error: unknown) => {
  console.error('npm audit gave no report.', error instanceof Error ? error.message : error);
  return 1;
});
