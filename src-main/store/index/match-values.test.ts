import { expect, it } from 'vitest';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { matchValues } from './match-values.ts';

const hotlines = [
  ['Hà Nội', '19005678'],
  ['1900 5678 (HCM)', '02873001234'],
  ['Quầy 12-34-56', '1900.1111'],
  ['1900 1234', '02873001235'],
  ['Đà Nẵng', '19001234'],
  ['Cấp cứu', '115'],
] as const;
const columns: Partial<Record<RecordField, readonly string[]>> = {
  id: hotlines.map((_, at) => `id${at}`),
  name: hotlines.map(([name]) => name),
  hotline: hotlines.map(([, number]) => number),
};

/** Returns the names of the hotlines that match a value by any field. */
function namesOf(value: string): string[] {
  const { rows } = matchValues(
    {
      length: hotlines.length,
      fields: ['name', 'id', 'hotline'],
      values: (field) => columns[field] ?? [],
      valueAt: (field, place) => columns[field]?.[place] ?? null,
    },
    { by: 'any', values: [value] },
  );
  return hotlines.filter((_, place) => rows[place] === 1).map(([name]) => name);
}

it.each([
  ['1900 5678', ['Hà Nội']],
  ['1900.5678', ['Hà Nội']],
  ['19001111', ['Quầy 12-34-56']],
  ['(028) 7300 1234', ['1900 5678 (HCM)']],
  ['19001234', ['Đà Nẵng']],
  ['115', ['Cấp cứu']],
  ['id3', ['1900 1234']],
  // Names whose digits are the number of another hotline.
  ['1900 5678 (HCM)', ['1900 5678 (HCM)']],
  ['1900 1234', ['1900 1234']],
  ['Tổng đài 115', []],
  ['Quầy 115', []],
])('%s finds %j by any field', (value, names) => {
  expect(namesOf(value)).toEqual(names);
});
