import { useList } from '../list/list-provider.tsx';
import { useGrid } from './grid-provider.tsx';
import { RowGap } from './row-gap.tsx';
import classes from './skeleton-rows.module.css';
import rowClasses from './tenant-row.module.css';

/** Uneven, as names are, but always the same, so that nothing flickers. */
const widths = ['70%', '55%', '82%', '62%', '48%', '76%', '66%'];

/**
 * A gray bar in place of a value. It is not Mantine's skeleton, which has an animation of its own: 500 animations would
 * delay the first rows.
 */
export function SkeletonBar({ row, column }: { row: number; column: number }) {
  return (
    <span className={classes.bar} style={{ width: widths[(row * 3 + column) % widths.length] }} />
  );
}

/** Rows of gray bars until the first page arrives. @param rowHeight in CSS pixels. */
export function SkeletonRows({ rowHeight }: { rowHeight: number }) {
  const { request } = useList();
  const { fields } = useGrid();
  const rows = request.paging.limit;
  // No more rows than the window can show.
  const rendered = Math.min(rows, Math.ceil(window.innerHeight / rowHeight));
  return (
    <tbody aria-hidden="true" className={classes.skeleton}>
      {Array.from({ length: rendered }, (_, row) => (
        <tr key={row}>
          <td className={rowClasses.cell} data-column="select" />
          {fields.map((field, column) => (
            <td key={field} className={rowClasses.cell} data-column={field}>
              <SkeletonBar row={row} column={column} />
            </td>
          ))}
        </tr>
      ))}
      <RowGap height={(rows - rendered) * rowHeight} />
    </tbody>
  );
}
