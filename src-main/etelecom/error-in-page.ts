import { z } from 'zod';
import { isErrorCode } from './error-of-answer.ts';
import { parseErrorBody, type WireError } from './wire-error.ts';

/** Members by which servers and gateways say in an answer with status 200 that they have failed. */
const failureMarksSchema = z.object({
  error: z.unknown().optional(),
  errors: z.unknown().optional(),
  success: z.unknown().optional(),
  status: z.union([z.string(), z.number()]).optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

/**
 * Returns the error that an answer with status 200 contains beside or instead of rows; `null` if it contains none. An error
 * without a known code is taken for `unavailable`, which passes.
 *
 * @param answer parsed JSON.
 * @param hasRows whether the answer has rows. Then a mere sentence is no error.
 */
export function findErrorInPage(answer: object, hasRows: boolean): WireError | null {
  const own = parseErrorBody(answer);
  if (own !== null && isErrorCode(own.code)) return own;
  const { error, errors, success, status, message } = failureMarksSchema.parse(answer);
  const marks = [error, ...asList(errors)].filter(isFilled);
  for (const mark of marks) {
    const inner = parseErrorBody(mark);
    if (inner !== null) return isErrorCode(inner.code) ? inner : unavailable(inner.msg);
  }
  const hasFailed = marks.length > 0 || success === false || failedStatus.test(String(status));
  const sentence = own?.code === '' ? own.msg : (message ?? '');
  if (hasFailed || (!hasRows && sentence !== '')) return unavailable(sentence);
  return null;
}

/** Of the member `status`. */
const failedStatus = /^(?:error|fail(?:ed|ure)?|[45]\d\d)$/i;

function unavailable(msg: string): WireError {
  return { code: 'unavailable', msg };
}

function asList(errors: unknown): readonly unknown[] {
  return Array.isArray(errors) ? errors : [errors];
}

function isFilled(mark: unknown): boolean {
  return typeof mark === 'object' && mark !== null ? Object.keys(mark).length > 0 : Boolean(mark);
}
