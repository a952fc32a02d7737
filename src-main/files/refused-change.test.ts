import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { JsonFile } from './json-file.ts';
import { largestSettings } from './read-settings.ts';
import { prepareTestFolder } from './test-folder.ts';

const folder = prepareTestFolder();

it.each([
  ['is too large', 'x'.repeat(largestSettings), { code: 'settings_too_large' }],
  ['would not be valid', '', { name: 'Error' }],
])('a change that %s does not replace what can be read', async (_, text, error) => {
  const path = folder.join('file.json');
  const format = { schema: z.object({ text: z.string().min(1) }), defaultContent: { text: 'a' } };
  const file = new JsonFile(path, format);
  await file.change(() => ({ text: 'b' }));
  await file.change(() => ({ text: 'c' }));
  for (const keepsPrevious of [true, false]) {
    const change = file.change(() => ({ text }), { keepsPrevious });
    await expect(change).rejects.toMatchObject(error);
    expect(file.content).toEqual({ text: 'c' });
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ text: 'c' });
    expect(JSON.parse(await readFile(`${path}.previous`, 'utf8'))).toEqual({ text: 'b' });
  }
  const again = new JsonFile(path, format);
  expect(await again.load()).toBeNull();
  expect(again.content).toEqual({ text: 'c' });
});
