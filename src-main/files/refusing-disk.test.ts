import { expect, it } from 'vitest';
import { prepareTestFolder } from './test-folder.ts';
import { canTrace, runWithFaults } from './test-strace.ts';

const script = new URL('test-writing-script.ts', import.meta.url);
const folder = prepareTestFolder();
const isTraced = await canTrace();

it
  .runIf(isTraced)
  .each([
    'fsync,fdatasync:error=EINVAL',
    'chmod,fchmod,fchmodat,chown:error=EPERM',
    'rename,renameat,renameat2:error=ENOSYS',
  ])('files are written on a disk with %s', async (fault) => {
  expect(await runWithFaults([fault], [script, folder.path])).toEqual({
    notice: null,
    count: 2,
    content: 'new 2',
    names: ['data', 'settings.json', 'settings.json.previous', 'tenants.csv'],
  });
});
