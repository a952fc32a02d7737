import { parseMoment, type Clock } from '../../src-shared/time-zone.ts';
import type { Cell } from './columns.ts';

/** The days Excel's calendar has from the wrong leap day of 1900 on. */
const firstMoment = Date.UTC(1900, 2, 1);
const endOfMoments = Date.UTC(10_000, 0, 1);

/**
 * The cell of a moment, as a clock shows it. A text that is no moment, or one that Excel's calendar does not have,
 * is worth more as it came than lost.
 *
 * @param rfc3339 the moment, as the API writes it.
 */
export function momentCell(rfc3339: string, clock: Clock): Cell {
  const utc = parseMoment(rfc3339);
  const moment = utc + clock.offsetAt(utc) * 60_000;
  return moment >= firstMoment && moment < endOfMoments ? { moment } : rfc3339;
}
