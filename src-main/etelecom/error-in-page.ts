import { z } from 'zod';
import { isErrorCode } from './error-of-answer.ts';
import { parseErrorBody, type WireError } from './wire-error.ts';

/** Members by which servers and gateways say in an answer with status 200 that they have failed, besides Twirp's. */
const failureMarksSchema = z.object({
  error: z.unknown().optional(),
  errors: z.unknown().optional(),
  success: z.unknown().optional(),
  status: z.union([z.string(), z.number()]).optional().catch(undefined),
});

/**
 * Returns the error that an answer with status 200 contains beside or instead of rows; `null` if it contains none. An error
 * without a known code is taken for `unavailable`, which passes.
 *
 * @param answer parsed JSON.
 * @param hasRows whether the answer has rows. Then a mere sentence is no error.
 */
export function findErrorInPage(answer: object, hasRows: boolean): WireError | null {
  const { error, errors, success, status } = failureMarksSchema.parse(answer);
  const marks = [error, ...asList(errors)].filter(isFilled);
  const known = [answer, ...marks]
    .map(parseErrorBody)
    .find((found) => isErrorCode(found?.code ?? ''));
  if (known) return known;
  const sentence = [...marks, answer].map(sentenceOf).find((found) => found !== '') ?? '';
  const hasFailed = marks.length > 0 || success === false || failedStatus.test(String(status));
  const isSentenceOnly = !hasRows && sentence !== '' && (parseErrorBody(answer)?.code ?? '') === '';
  return hasFailed || isSentenceOnly ? { code: 'unavailable', msg: sentence } : null;
}

/** Of the member `status`. */
const failedStatus = /^(?:error|fail(?:ed|ure)?|[45]\d\d)$/i;

const sentenceSchema = z.union([
  z.string(),
  z.object({ msg: z.string() }).transform(({ msg }) => msg),
  z.object({ message: z.string() }).transform(({ message }) => message),
]);

/** Returns what a server says about an error; empty if it says nothing. */
function sentenceOf(error: unknown): string {
  return sentenceSchema.safeParse(error).data ?? '';
}

function asList(errors: unknown): readonly unknown[] {
  return Array.isArray(errors) ? errors : [errors];
}

function isFilled(mark: unknown): boolean {
  return typeof mark === 'object' && mark !== null ? Object.keys(mark).length > 0 : Boolean(mark);
}
