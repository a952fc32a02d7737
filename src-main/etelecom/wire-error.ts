import { z } from 'zod';

const text = z.union([z.string(), z.number()]).transform(String).catch('');

/** Twirp's error body. Some gateways send a number or capital letters as the code, or only the message. */
const wireErrorSchema = z
  .object({ code: text.transform((code) => code.toLowerCase()), msg: text })
  .refine(({ code, msg }) => code !== '' || msg !== '');

export type WireError = z.infer<typeof wireErrorSchema>;

/**
 * Parses a Twirp error body, `{ code, msg }`. Returns `null` for anything else, such as a gateway's HTML.
 *
 * @param body parsed JSON, or text if the answer's content type was not JSON.
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
