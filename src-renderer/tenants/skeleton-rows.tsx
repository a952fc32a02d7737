import { Skeleton } from '@mantine/core';
import type { TenantField } from '../../src-shared/tenant.ts';
import classes from './tenant-table.module.css';

/** Uneven, as names are; the same for every load, so that nothing flickers. */
const widths = ['70%', '55%', '82%', '62%', '48%', '76%', '66%'];

export function skeletonWidth(row: number, column: number): string {
  return widths[(row * 3 + column) % widths.length] ?? '70%';
}

/** What the rows will look like, in their columns and with their height, until they come. */
export function SkeletonRows({ rows, fields }: { rows: number; fields: readonly TenantField[] }) {
  return (
    <tbody aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row}>
          <td className={classes.cell} data-column="select" />
          {fields.map((field, column) => (
            <td key={field} className={classes.cell} data-column={field}>
              <Skeleton height={9} radius="xl" width={skeletonWidth(row, column)} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
