import { AppError } from '../../src-shared/errors.ts';

/**
 * Removes the white space around a pasted key. The format of a key is not documented, but a key must be visible ASCII
 * because it is sent in an HTTP header.
 *
 * @throws AppError `api_key_empty` or `api_key_not_ascii`. The error never contains the key.
 */
export function parseApiKey(pasted: string): string {
  const key = pasted.trim();
  if (key === '') throw new AppError({ code: 'api_key_empty', message: 'The API key is empty' });
  if (!/^[\x20-\x7e]+$/.test(key)) {
    throw new AppError({
      code: 'api_key_not_ascii',
      message: 'The API key contains a control character or a non-ASCII character',
    });
  }
  return key;
}
