import type { ErrorCode } from '../../../errors.ts';

/** The error that is shown when nothing else may work. The texts of all others load later. */
export const errors = {
  internal: 'Ứng dụng gặp lỗi. Hãy khởi động lại ứng dụng; nếu lỗi lặp lại, vui lòng báo lỗi.',
} as const satisfies Partial<Record<ErrorCode, string>>;
