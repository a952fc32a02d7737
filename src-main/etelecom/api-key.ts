import { AppError } from '../../src-shared/errors.ts';

/**
 * Takes the blanks and line breaks off a pasted key. Nothing else is known of a key but that it travels in an HTTP
 * header, where only visible ASCII is safe.
 *
 * @throws AppError `api_key_empty` or `api_key_not_ascii`; neither carries the key.
 */
export function parseApiKey(pasted: string): string {
  const key = pasted.trim();
  if (key === '') throw new AppError({ code: 'api_key_empty', message: 'The API key is empty' });
  if (!/^[\x20-\x7e]+$/.test(key)) {
    throw new AppError({
      code: 'api_key_not_ascii',
      message: 'The API key holds a control or non-ASCII character',
    });
  }
  return key;
}
