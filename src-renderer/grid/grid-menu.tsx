import { useTranslation } from 'react-i18next';
import { resizeStep } from '../keyboard/handle-grid-key.ts';
import { headerRow } from '../keyboard/next-cell.ts';
import { ColumnMenu } from '../layout/column-menu.tsx';
import { useList } from '../list/list-provider.tsx';
import { findSortField, isReversed, maximumSorts } from '../list/sorting.ts';
import { useClock } from '../ui/clock-context.ts';
import { headerText } from '../values/field-name.ts';
import { useGrid } from './grid-provider.tsx';
import { RowMenu } from './row-menu.tsx';
import type { GridActions } from './use-grid-actions.ts';

/** The open context menu: of a column, or of a cell. */
export function GridMenu({ actions }: { actions: GridActions }) {
  const { t } = useTranslation();
  const clock = useClock();
  const { source, request, chosenSort, setSort } = useList();
  const { gridLayout, fields } = useGrid();
  const { menu, closeMenu, tenantAt } = actions;
  if (menu === null) return null;
  const { cell, point } = menu;
  const field = fields[cell.column - 1] ?? null;
  if (cell.row !== headerRow) {
    const tenant = tenantAt(cell.row);
    return tenant && <RowMenu at={point} tenant={tenant} field={field} onClose={closeMenu} />;
  }
  if (field === null) return null;
  const sortField = findSortField(field, source, request.filter);
  return (
    <ColumnMenu
      at={point}
      field={field}
      name={headerText(t, field, clock)}
      layout={gridLayout.layout}
      onLayout={gridLayout.setLayout}
      onMove={(step) => actions.move(cell.column, step)}
      onResize={(step) => actions.resize(cell.column, step * resizeStep)}
      onFit={() => actions.fit(cell.column)}
      sorting={
        sortField && {
          field: sortField,
          isReversed: isReversed(field),
          sort: request.sort ?? [],
          isChosen: chosenSort !== undefined,
          canAdd: maximumSorts[source] > 1,
          onSort: setSort,
        }
      }
      onClose={closeMenu}
    />
  );
}
