/**
 * A cell's value: a text stays text whatever it looks like. A moment is in milliseconds since 1970, on the clock of the
 * sheet's zone and not of UTC, because a sheet's dates know no zone.
 */
export type Cell = string | { moment: number } | { number: number } | null;

/**
 * What a column holds: `id` is digits that must not become a number, `text` what somebody typed, `label` words of the
 * app's own, `moment` dates.
 */
export type ColumnKind = 'id' | 'text' | 'label' | 'moment';

/** A column of a sheet, and what a row has in it. */
export interface Column<Row> {
  header: string;
  kind: ColumnKind;
  cell: (row: Row) => Cell;
  /** Colors for the codes that stand in the column after this one. */
  colorsByNext?: Readonly<Record<string, Color>>;
}

/** What a color says: something is on, new or off. */
export type Color = 'on' | 'new' | 'off';

/** Batches of rows, pulled only as fast as the disk takes them. */
export type RowBatches<Row> = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
