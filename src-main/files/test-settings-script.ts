import { z } from 'zod';
import { systemCode } from './file-error.ts';
import { JsonFile } from './json-file.ts';

/** A script that loads a settings file, changes it, and prints what happened. Its first argument is the path. */
const [path = ''] = process.argv.slice(2);

const file = new JsonFile(path, {
  schema: z.object({ count: z.number() }),
  defaultContent: { count: 0 },
});
const notice = await file.load();
const { count } = file.content;
const change = await file
  .change(() => ({ count: 9 }))
  .then(
    () => 'saved',
    (error: unknown) => systemCode(error),
  );
console.log(JSON.stringify({ notice: notice?.code ?? null, place: notice?.path, count, change }));
