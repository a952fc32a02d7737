/**
 * The value of a cell. A string is always written as text, even if it looks like a number or a formula. A date is in
 * milliseconds since 1970 at a whole second, shifted from UTC to the time zone of the sheet, because dates in sheets have
 * no time zone.
 */
export type Cell = string | { date: number } | { number: number } | null;

/**
 * What the cells of a column contain. `id`: digits that must not become a number, also those of phones. `text`: text that a
 * person entered. `label`: words of the app. `date`: dates with times. `number`: numbers to calculate with.
 */
export type ColumnKind = 'id' | 'text' | 'label' | 'date' | 'number';

export interface Column<Row> {
  header: string;
  kind: ColumnKind;
  /** Returns the cell of a row in this column. */
  cell: (row: Row) => Cell;
  /** In characters of the default font, for columns whose longest texts would take too much room. */
  maximumWidth?: number;
  /** Says what the row is about. It stays on screen, with the columns before it, when the sheet scrolls sideways. */
  isRowTitle?: boolean;
  /** Colors the cells of this column by the value in the next column. */
  colorsByNextColumn?: Readonly<Record<string, Color>>;
}

/** The meaning of a color. */
export type Color = 'on' | 'new' | 'off';

/** Rows in batches. A writer requests a batch only after it has written the previous one. */
export type RowBatches<Row> = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
