import { AppError } from '../../src-shared/errors.ts';
import { longestApiKey } from '../../src-shared/limits.ts';
import { blanks, quotes, unescapePasted, unwrap } from './pasted-text.ts';

/** The rest of the line, or what is inside of quotation marks. */
const value = `[${blanks}\\\\${quotes}]*([^${quotes}\\r\\n]*)`;
/** With the colon of Chinese and Japanese keyboards. */
const separator = `[\\\\${quotes}]*[${blanks}]*[:=：]`;

/** What people paste together with a key, the most certain first. Each pattern captures the rest, which may be wrapped again. */
const surroundings = [
  // A header, alone or in a curl command or a program: Authorization: Bearer KEY
  `authorization${separator}${value}`,
  // A form's encoding writes the space as `+`. After a space, `+` can be the first character of a key.
  `(?:^|[^\\w-])bearer(?:\\+|[${blanks}:=：]+)${value}`,
  // A setting: API_KEY=KEY, "apiKey": "KEY", x-api-key: KEY, access_token = KEY
  `(?:^|[^\\w?&])\\w*api[\\s_-]?key${separator}${value}`,
  `(?:^|[^\\w?&])\\w*(?:key|token|secret)${separator}${value}`,
  `(?:^|[^\\w?&])kh(?:óa|oá|o\u0301a|oa\u0301)(?: api)?${separator}${value}`,
].map((pattern) => new RegExp(pattern, 'giu'));

/**
 * Returns the API key in what a user pasted, such as `Bearer KEY`, a quoted key, a line of a settings file, or a whole curl
 * command. The format of a key is not documented, but a key must be visible ASCII because it is sent in an HTTP header.
 *
 * @throws AppError `api_key_empty`; `api_key_not_ascii` if it is not certain which part is the key;
 * `api_key_too_long`. The error never contains the key.
 */
export function parseApiKey(pasted: string): string {
  const key = extractKey(unwrap(unescapePasted(pasted)));
  if (key === '' || /^bearer[+:=：]*$/i.test(key)) {
    throw new AppError({ code: 'api_key_empty', message: 'The API key is empty' });
  }
  // A key has no spaces, quotation marks, brackets or backslashes. With them, it is a text that contains a key.
  if (!/^[\x21-\x7e]+$/.test(key) || /["'`\\<>{}]|:\/\//.test(key)) throw notAKey();
  // Parameters of an address, or the name of a header.
  if (/[?&][\w-]*=|^[?&]|&$/.test(key) || /^(?:authorization|x-api-key)$/i.test(key)) {
    throw notAKey();
  }
  if (key.length > longestApiKey) {
    throw new AppError({ code: 'api_key_too_long', message: 'The text is too long for a key' });
  }
  return key;
}

/** How often a key may be wrapped: `"apiKey": "Bearer Bearer KEY"` is three times. */
const maximumDepth = 5;

/** Removes what is around a key, from the outside in. @throws AppError `api_key_not_ascii` for several keys. */
function extractKey(text: string, depth = 0): string {
  for (const pattern of surroundings) {
    const values = [...text.matchAll(pattern)].map((match) => unwrap(match[1] ?? ''));
    const [first, ...others] = new Set(values.filter((found) => found !== ''));
    if (first === undefined) continue;
    if (others.length > 0 || depth === maximumDepth) throw notAKey();
    return extractKey(first, depth + 1);
  }
  return text;
}

function notAKey(): AppError {
  return new AppError({
    code: 'api_key_not_ascii',
    message: 'The pasted text is not a key, or contains more than one',
  });
}
