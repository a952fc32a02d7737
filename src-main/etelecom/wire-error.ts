import { z } from 'zod';

const text = z.union([z.string(), z.number()]).transform(String).catch('');

/** Twirp's error body; some gateways send a number for the code, or the message alone. */
const wireErrorSchema = z
  .object({ code: text, msg: text })
  .refine(({ code, msg }) => code !== '' || msg !== '');

export type WireError = z.infer<typeof wireErrorSchema>;

/**
 * Reads a Twirp error body, `{ code, msg }`; `null` for anything else, such as a gateway's HTML.
 *
 * @param body parsed JSON, or text where the answer did not say that it is JSON.
 */
export function parseErrorBody(body: unknown): WireError | null {
  return wireErrorSchema.safeParse(typeof body === 'string' ? parseJson(body) : body).data ?? null;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
