import { openLogFile } from './log-file.ts';

/** A program that logs 2,000 entries. A test closes its output before. */
const [, , folder = ''] = process.argv;
const writeLog = openLogFile(folder);
process.stdin.once('data', () => {
  let count = 0;
  const writeSome = () => {
    for (let at = 0; at < 20; at++) writeLog({ level: 'error', text: `entry ${++count}` });
    if (count < 2_000) setImmediate(writeSome);
    else process.exit(7);
  };
  writeSome();
});
process.stdout.write('ready');
