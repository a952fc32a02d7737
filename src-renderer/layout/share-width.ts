import type { Layout } from '../../src-shared/account-settings.ts';
import type { ColumnField } from '../values/field-name.ts';

/** A visible column with its width in CSS pixels. */
export interface Column {
  field: ColumnField;
  width: number;
  /** The column shares the space that the other columns leave. */
  isShared: boolean;
}

/** The limits of a column that shares the space, in CSS pixels. */
interface Limits {
  least: number;
  /** While space is short, no column gets more, however long its content is. */
  fair: number;
  most: number;
}

/** Columns of texts, unless the user has resized them. A name of 40 and a domain of 35 characters are fair. */
const shared: Partial<Record<ColumnField, Limits>> = {
  name: { least: 220, fair: 312, most: 560 },
  domain: { least: 150, fair: 264, most: 420 },
  tags: { least: 120, fair: 180, most: 320 },
  note: { least: 150, fair: 240, most: 480 },
  description: { least: 150, fair: 240, most: 480 },
  hotlines: { least: 150, fair: 200, most: 420 },
  whatChanged: { least: 240, fair: 320, most: 640 },
};

/** The widths of all other columns. They fit the header and every value in both languages, and 19 digits. */
const fixed: Partial<Record<ColumnField, number>> = {
  account: 170,
  foundAt: 162,
  status: 138,
  ownerId: 194,
  connectionMethod: 124,
  connectionId: 194,
  id: 194,
  createdAt: 160,
  age: 128,
  updatedAt: 184,
  hotline: 132,
  network: 118,
  isFreeCharge: 136,
};

const defaultWidth = 160;

interface Space {
  /** The widths that the user has chosen. */
  chosen: Layout['widths'];
  /** How wide the content of columns is, as far as it is known. */
  content: ReadonlyMap<string, number>;
  /** The width of all columns, in CSS pixels. They are wider if their least widths are. */
  available: number;
}

/**
 * Returns the widths of columns. Those of texts share the space that the others leave: as much as their content needs, up
 * to a fair width each, and beyond that only if there is more space than all of them need.
 */
export function shareWidth(
  fields: readonly ColumnField[],
  { chosen, content, available }: Space,
): Column[] {
  const columns = fields.map((field) => {
    const limits = chosen[field] === undefined ? shared[field] : undefined;
    const width = chosen[field] ?? fixed[field] ?? defaultWidth;
    if (limits === undefined) return { field, least: width, fair: width, full: width };
    const { least, fair, most } = limits;
    const full = Math.min(Math.max(content.get(field) ?? fair, least), most);
    return { field, least, fair: Math.min(full, fair), full };
  });
  const sumOf = (bound: 'least' | 'fair' | 'full') =>
    columns.reduce((sum, column) => sum + column[bound], 0);
  const [low, high] =
    available < sumOf('fair') ? (['least', 'fair'] as const) : (['fair', 'full'] as const);
  const range = sumOf(high) - sumOf(low);
  const part = range === 0 ? 0 : Math.min(Math.max((available - sumOf(low)) / range, 0), 1);
  return columns.map((column) => ({
    field: column.field,
    width: Math.floor(column[low] + (column[high] - column[low]) * part),
    isShared: column.field in shared && chosen[column.field] === undefined,
  }));
}
