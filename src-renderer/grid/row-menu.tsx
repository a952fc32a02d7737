import { Menu } from '@mantine/core';
import {
  IconCopy,
  IconFilter,
  IconHash,
  IconId,
  IconLayoutSidebarRight,
  IconRowInsertBottom,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import type { RecordField } from '../../src-shared/list-record.ts';
import { valueOf } from '../../src-shared/record-values.ts';
import { useAnnotations } from '../annotations/annotations-provider.tsx';
import { MarkItems } from '../annotations/mark-items.tsx';
import { oneTenant, selectedOf } from '../annotations/marked-tenants.ts';
import { filterBy } from '../list/filter-by.ts';
import { useList } from '../list/list-provider.tsx';
import { useClock } from '../ui/clock-context.ts';
import { PointMenu, type Point } from '../ui/point-menu.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';
import { isTenantField, type ColumnField } from '../values/field-name.ts';
import { valueText } from '../values/value-text.ts';
import { useGrid } from './grid-provider.tsx';

/** The longest value that fits into the menu. */
const longestLabel = 24;

interface RowMenuProps {
  at: Point;
  /** The position of the row in the grid, from 0. */
  row: number;
  tenant: ListedRecord;
  /** The column of the cell; `null` for the one that selects rows. */
  field: ColumnField | null;
  onClose: () => void;
}

/** The context menu of a cell. If its row is selected, marks and *Copy rows* are for all selected rows. */
export function RowMenu({ at, row, tenant, field, onClose }: RowMenuProps) {
  const { t } = useTranslation();
  const { selection, copying, onOpen } = useGrid();
  const isSelected = selection.has(tenant);
  const copy = (hasHeader: boolean) => {
    if (isSelected) copying.copySelected(hasHeader);
    else copying.copyTenants([tenant], hasHeader);
  };
  return (
    <PointMenu
      at={at}
      label={t('grid.row.menu', { name: tenant.name.trim() || tenant.id })}
      onClose={onClose}
    >
      <Menu.Item
        leftSection={<IconLayoutSidebarRight size={15} />}
        rightSection="Enter"
        onClick={() => onOpen(tenant, row)}
      >
        {t('grid.row.open')}
      </Menu.Item>
      {field !== null && isTenantField(field) && <FilterItem tenant={tenant} field={field} />}
      <AnnotationItems tenant={tenant} />
      <Menu.Divider />
      {field && (
        <Menu.Item
          leftSection={<IconCopy size={15} />}
          onClick={() => copying.copyCell(tenant, field)}
        >
          {t('grid.copy.cell')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconRowInsertBottom size={15} />} onClick={() => copy(false)}>
        {isSelected ? t('grid.copy.rows', { count: selection.count }) : t('grid.copy.row')}
      </Menu.Item>
      <Menu.Item leftSection={<IconRowInsertBottom size={15} />} onClick={() => copy(true)}>
        {t('grid.copy.withHeaders')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconHash size={15} />}
        onClick={() => copying.copyCell(tenant, 'id')}
      >
        {t('grid.copy.id')}
      </Menu.Item>
    </PointMenu>
  );
}

/** The items for the user's own marks, and for the name of the owner. The live list has none. */
function AnnotationItems({ tenant }: { tenant: ListedRecord }) {
  const { t } = useTranslation();
  const { accountKey, records, source, request } = useList();
  const { selection } = useGrid();
  const { openOwnerDialog } = useAnnotations();
  const { accountId } = accountKey;
  const { ownerId, ownerName = '' } = tenant;
  if (source === 'live') return null;
  const { selected, count } = selection;
  const marked =
    selection.has(tenant) && count > 1
      ? selectedOf(accountId, selected, { filter: request.filter, count })
      : oneTenant(accountId, tenant);
  return (
    <>
      {ownerId !== null && ownerId !== '' && (
        <Menu.Item
          leftSection={<IconId size={15} />}
          onClick={() => openOwnerDialog({ accountId, ownerId, name: ownerName })}
        >
          {t(ownerName === '' ? 'marks.owner.name' : 'marks.owner.rename')}
        </Menu.Item>
      )}
      {records === 'tenants' && (marked.only === null || tenant.id !== '') && (
        <>
          <Menu.Divider />
          <MarkItems marked={marked} />
        </>
      )}
    </>
  );
}

/** The item that filters the list by the value of a cell. */
function FilterItem({ tenant, field }: { tenant: ListedRecord; field: RecordField }) {
  const { t } = useTranslation();
  const clock = useClock();
  const formatDate = useDateFormat();
  const { source, filter } = useList();
  const values = filterBy(source, tenant, field, clock);
  if (values === null) return null;
  const ownerName = field === 'ownerId' ? tenant.ownerName : undefined;
  const value = ownerName ?? valueText({ field, value: valueOf(tenant, field), t, formatDate });
  // Times are filtered by their day.
  const isTime = field === 'createdAt' || field === 'updatedAt';
  const text = isTime ? value.slice(0, -' 00:00'.length) : value;
  const shortText = text.length > longestLabel ? `${text.slice(0, longestLabel).trimEnd()}…` : text;
  return (
    <Menu.Item leftSection={<IconFilter size={15} />} onClick={() => filter.set(values)}>
      {t('grid.row.filterBy', { value: shortText === '' ? t('screens.filters.none') : shortText })}
    </Menu.Item>
  );
}
