import { Skeleton } from '@mantine/core';
import { tenantFields } from '../../src-shared/tenant-fields.ts';
import classes from './tenant-table.module.css';

/** Uneven, as names are; the same for every load, so that nothing flickers. */
const widths = ['70%', '55%', '82%', '62%', '48%', '76%', '66%'];

/** What the rows will look like, in their columns and with their height, until they come. */
export function SkeletonRows({ rows }: { rows: number }) {
  return (
    <tbody aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row}>
          {tenantFields.map((field, column) => (
            <td key={field} className={classes.cell} data-column={field}>
              <Skeleton height={9} radius="xl" width={widths[(row * 3 + column) % widths.length]} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
