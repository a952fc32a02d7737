/** Dates are shown and exported in Vietnam's time. Vietnam keeps no summer time, so one offset is enough. */
export const timeZone = {
  /** For `Intl`. */
  name: 'Asia/Ho_Chi_Minh',
  label: 'UTC+7',
  offsetMinutes: 7 * 60,
} as const;
