import type { ErrorCode } from '../../../errors.ts';

/** The error that is shown when nothing else may work. The texts of all others load later. */
export const errors = {
  internal: 'Something went wrong in the app. Restart it. If this keeps happening, report it.',
} as const satisfies Partial<Record<ErrorCode, string>>;
