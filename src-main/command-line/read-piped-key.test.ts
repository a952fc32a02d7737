import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readPipedKey } from './read-piped-key.ts';

const never = new AbortController().signal;

it('reads all parts to the end, also of a character that was divided', async () => {
  const [first, ...others] = Buffer.from('ếkey');
  const input = Readable.from([Buffer.from([first ?? 0]), Buffer.from(others)]);
  expect(await readPipedKey(input, never)).toBe('ếkey');
});

it('refuses a terminal, and an input that cannot be read', async () => {
  const refused = { code: 'key_not_piped' };
  await expect(readPipedKey(null, never)).rejects.toMatchObject(refused);
  const broken = new Readable({ read: () => broken.destroy(new Error('EBADF')) });
  await expect(readPipedKey(broken, never)).rejects.toMatchObject(refused);
});

it('takes the error at the end of a pipe of Windows for the end', async () => {
  const end = Object.assign(new Error('EOF: end of file, read'), { code: 'EOF' });
  const parts = ['key'];
  const input = new Readable({
    read() {
      const part = parts.pop();
      if (part === undefined) this.destroy(end);
      else this.push(part);
    },
  });
  expect(await readPipedKey(input, never)).toBe('key');
});

it('stops reading an input that is too long for a key', async () => {
  let parts = 0;
  const input = new Readable({
    read() {
      parts++;
      this.push('k'.repeat(1_000));
    },
  });
  const tooLong = { code: 'api_key_too_long' };
  await expect(readPipedKey(input, never)).rejects.toMatchObject(tooLong);
  expect(parts).toBeLessThan(100);
});

it('is canceled while it waits', async () => {
  const controller = new AbortController();
  const reading = readPipedKey(new Readable({ read: () => undefined }), controller.signal);
  controller.abort();
  await expect(reading).rejects.toMatchObject({ code: 'canceled' });
});
