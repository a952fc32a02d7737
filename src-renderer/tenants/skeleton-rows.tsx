import type { ColumnField } from '../layout/layout.ts';
import { RowGap } from './row-gap.tsx';
import classes from './tenant-table.module.css';

/** Uneven, as names are; the same for every load, so that nothing flickers. */
const widths = ['70%', '55%', '82%', '62%', '48%', '76%', '66%'];

/**
 * Where a value will stand. Plain, and without a movement of its own: a page of Mantine's skeletons is half a thousand
 * animations, and the first rows would wait for them.
 */
export function SkeletonBar({ row, column }: { row: number; column: number }) {
  return (
    <span className={classes.bar} style={{ width: widths[(row * 3 + column) % widths.length] }} />
  );
}

interface SkeletonRowsProps {
  rows: number;
  /** In CSS pixels. */
  rowHeight: number;
  fields: readonly ColumnField[];
}

/** What the rows will look like, in their columns and with their height, until they come. */
export function SkeletonRows({ rows, rowHeight, fields }: SkeletonRowsProps) {
  // More than the window has room for nobody sees.
  const drawn = Math.min(rows, Math.ceil(window.innerHeight / rowHeight));
  return (
    <tbody aria-hidden="true" className={classes.skeleton}>
      {Array.from({ length: drawn }, (_, row) => (
        <tr key={row}>
          <td className={classes.cell} data-column="select" />
          {fields.map((field, column) => (
            <td key={field} className={classes.cell} data-column={field}>
              <SkeletonBar row={row} column={column} />
            </td>
          ))}
        </tr>
      ))}
      <RowGap height={(rows - drawn) * rowHeight} />
    </tbody>
  );
}
