import { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import type { Credentials } from '../etelecom/client.ts';

/** What a keychain entry holds: the key together with the only address it may be sent to. */
const keyRecordSchema = z.object({
  version: z.literal(1),
  baseUrl: z.string(),
  apiKey: z.string(),
});

/** Returns the text of a keychain entry. */
export function writeKeyRecord({ baseUrl, apiKey }: Credentials): string {
  return JSON.stringify({ version: 1, baseUrl, apiKey } satisfies z.infer<typeof keyRecordSchema>);
}

/**
 * Reads the text of a keychain entry.
 *
 * @throws AppError `key_for_other_address` if the entry does not name its address; `key_not_saved` if its key cannot be sent
 * in an HTTP header. The error never contains the entry.
 */
export function readKeyRecord(text: string): Credentials {
  const parsed = keyRecordSchema.safeParse(parseJson(text));
  if (!parsed.success) throw keyForOtherAddress();
  const { baseUrl, apiKey } = parsed.data;
  // The system or another program can have damaged the entry.
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new AppError({
      code: 'key_not_saved',
      message: 'The saved key has impossible characters',
    });
  }
  return { baseUrl, apiKey };
}

/** The error for a key that was not entered with the account's address. */
export function keyForOtherAddress(): AppError {
  return new AppError({
    code: 'key_for_other_address',
    message: 'The saved key was not entered with the address of the account',
  });
}

/** Returns `undefined` if `text` is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
