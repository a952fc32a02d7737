import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { prepareTestFolder } from './test-folder.ts';

const folder = prepareTestFolder();
const script = fileURLToPath(new URL('test-writing-script.ts', import.meta.url));

const strace = (...args: string[]) => promisify(execFile)('strace', ['-f', '-qq', ...args]);

it.for([
  'fsync,fdatasync:error=EINVAL',
  'chmod,fchmod,fchmodat,chown:error=EPERM',
  'rename,renameat,renameat2:error=ENOSYS',
])('files are written on a disk with %s', async (fault, { skip }) => {
  const isTraced = await strace('-o', '/dev/null', 'true').then(
    () => true,
    () => false,
  );
  if (!isTraced) skip('Calls of the system cannot be traced here');
  const inject = ['-e', `trace=${fault.split(':', 1).join()}`, '-e', `inject=${fault}`];
  const { stdout } = await strace(
    ...['-o', '/dev/null', ...inject, process.execPath, script, folder.path],
  );
  expect(JSON.parse(stdout)).toEqual({
    notice: null,
    count: 2,
    content: 'new 2',
    names: ['data', 'settings.json', 'settings.json.previous', 'tenants.csv'],
  });
});
