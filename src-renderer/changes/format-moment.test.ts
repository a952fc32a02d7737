import { expect, it } from 'vitest';
import { createClock } from '../../src-shared/time-zone.ts';
import { formatMoment } from './format-moment.ts';

const clock = createClock('vietnam');
const now = Date.parse('2026-11-23T02:00:00Z');

it.each([
  // 00:05 in Vietnam is still the day before in UTC.
  ['2026-11-22T17:05:00.000Z', 'today 00:05', '00:05 hôm nay'],
  ['2026-11-22T16:59:59.999Z', 'yesterday 23:59', '23:59 hôm qua'],
  ['2026-11-20T10:05:00Z', 'Fri 20 Nov, 17:05', '17:05 thứ sáu 20/11'],
  ['2026-03-01T10:05:00Z', 'Sun 1 Mar, 17:05', '17:05 chủ nhật 1/3'],
  ['2025-12-31T17:00:00Z', 'Thu 1 Jan, 00:00', '00:00 thứ năm 1/1'],
  ['2025-12-31T16:59:00Z', 'Wed 31 Dec 2025, 23:59', '23:59 thứ tư 31/12/2025'],
  // The clock of the computer was set back.
  ['2026-11-24T10:05:00Z', 'Tue 24 Nov, 17:05', '17:05 thứ ba 24/11'],
])('formatMoment(%s) is %s, %s', (moment, en, vi) => {
  expect(formatMoment(moment, now, 'en', clock)).toBe(en);
  expect(formatMoment(moment, now, 'vi', clock)).toBe(vi);
});
