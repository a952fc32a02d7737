import { Text } from '@mantine/core';
import type { ListRecord } from '../../src-shared/list-record.ts';

/** The width of 11 digits, so that the names below each other are aligned. */
const numberStyle = {
  display: 'inline-block',
  minWidth: '6rem',
  fontVariantNumeric: 'tabular-nums',
} as const;

/** The name of a record, or its id. A hotline has its number first, because an owner can have several of the same name. */
export function RecordName({ record }: { record: ListRecord }) {
  const name = record.name.trim() === '' ? record.id : record.name;
  if (record.hotline == null) return name;
  return (
    <>
      <Text span inherit fw={600} mr={8} style={numberStyle}>
        {record.hotline}
      </Text>{' '}
      {name}
    </>
  );
}
