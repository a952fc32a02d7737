import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import classes from './tenant-table.module.css';
import type { TenantTableModel } from './use-tenant-table.ts';

const sorts = {
  asc: { aria: 'ascending', Icon: IconArrowUp },
  desc: { aria: 'descending', Icon: IconArrowDown },
  none: { aria: 'none', Icon: IconArrowsSort },
} as const;

/** The header row; a sortable column's header is a button that goes on in its cycle. */
export function TableHead({ table }: { table: TenantTableModel }) {
  return (
    <thead className={classes.head}>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {group.headers.map((header) => {
            if (!header.column.getCanSort()) {
              return (
                <th key={header.id} scope="col" data-column={header.id}>
                  <table.FlexRender header={header} />
                </th>
              );
            }
            const { aria, Icon } = sorts[header.column.getIsSorted() || 'none'];
            return (
              <th key={header.id} scope="col" data-column={header.id} aria-sort={aria}>
                <UnstyledButton
                  className={classes.sort}
                  onClick={header.column.getToggleSortingHandler()}
                >
                  <table.FlexRender header={header} />
                  <Icon size={14} aria-hidden="true" />
                </UnstyledButton>
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}
