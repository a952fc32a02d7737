import { useTranslation } from 'react-i18next';
import type { Tenant } from '../../src-shared/tenant.ts';
import { headerRow } from '../keyboard/cell-step.ts';
import { resizeStep } from '../keyboard/grid-keys.ts';
import { ColumnMenu } from '../layout/column-menu.tsx';
import type { Laying } from '../layout/use-layout.ts';
import type { Selecting } from '../selection/use-selection.ts';
import { useClock } from '../ui/clock-context.ts';
import { fieldName } from './field-name.ts';
import { RowMenu } from './row-menu.tsx';
import { mostSorts, sortFields } from './sorting.ts';
import type { CopyRows } from './use-copy-rows.ts';
import type { ActingGrid } from './use-grid-actions.ts';
import type { List } from './use-list.ts';

interface GridMenuProps {
  list: List;
  laying: Laying;
  selecting: Selecting;
  copying: CopyRows;
  actions: ActingGrid;
  onOpen: (tenant: Tenant) => void;
}

/** The menu of the cell, or of the column, that it was asked for. */
export function GridMenu({ list, laying, selecting, copying, actions, onOpen }: GridMenuProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const { menu, closeMenu, fields, at } = actions;
  if (menu === null) return null;
  const { cell, point } = menu;
  const field = fields[cell.column - 1] ?? null;
  const { source } = list;
  if (cell.row === headerRow) {
    if (field === null) return null;
    return (
      <ColumnMenu
        at={point}
        field={field}
        name={fieldName(t, field, clock)}
        layout={laying.layout}
        onLayout={laying.set}
        onMove={(step) => actions.move(cell.column, step)}
        onResize={(by) => actions.resize(cell.column, by * resizeStep)}
        sorting={
          field !== 'account' && sortFields[source].includes(field)
            ? {
                field,
                sort: list.list.sort ?? [],
                canAdd: mostSorts[source] > 1,
                onSort: list.setSort,
              }
            : null
        }
        onClose={closeMenu}
      />
    );
  }
  const tenant = at(cell.row);
  if (tenant === undefined) return null;
  return (
    <RowMenu
      at={point}
      tenant={tenant}
      field={field}
      source={source}
      selectedRows={selecting.has(tenant) ? selecting.count : 0}
      copying={copying}
      onOpen={onOpen}
      onFilter={list.filter.set}
      onClose={closeMenu}
    />
  );
}
