import { Menu } from '@mantine/core';
import {
  IconCopy,
  IconFilter,
  IconHash,
  IconLayoutSidebarRight,
  IconRowInsertBottom,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { FilterValues } from '../filters/filter.ts';
import type { ColumnField } from '../layout/layout.ts';
import type { Source } from '../saved-list/choose-source.ts';
import { useClock } from '../ui/clock-context.ts';
import type { Point } from '../ui/point-menu.tsx';
import { PointMenu } from '../ui/point-menu.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';
import { filterBy } from './filter-by.ts';
import type { CopyRows } from './use-copy-rows.ts';
import { valueText } from './value-text.ts';

/** So much of a value fits into the menu. */
const longestLabel = 24;

interface RowMenuProps {
  at: Point;
  tenant: Tenant;
  /** Of the cell; `null` for the one that selects. */
  field: ColumnField | null;
  source: Source;
  /** How many rows *Copy rows* means; 0 when this row is not one of them. */
  selectedRows: number;
  copying: CopyRows;
  onOpen: (tenant: Tenant) => void;
  onFilter: (changes: Partial<FilterValues>) => void;
  onClose: () => void;
}

/** What can be done with a row, or with all that are selected when it is one of them. */
export function RowMenu(props: RowMenuProps) {
  const { at, tenant, field, source, selectedRows, copying, onOpen, onFilter, onClose } = props;
  const { t } = useTranslation();
  const clock = useClock();
  const dateFormat = useDateFormat();
  const isOfSelected = selectedRows > 0;
  const filterable = field === 'account' ? null : field;
  const filter = filterable && filterBy(source, tenant, filterable, clock);
  const isTime = field === 'createdAt' || field === 'updatedAt';
  const whole =
    filterable && valueText({ field: filterable, value: tenant[filterable], t, dateFormat });
  // Of a time its day is filtered by.
  const text = isTime ? whole?.slice(0, -' 00:00'.length) : whole;
  const shortText =
    text && text.length > longestLabel ? `${text.slice(0, longestLabel).trimEnd()}…` : text;
  const copy = (withHead: boolean) => {
    if (isOfSelected) copying.copySelected(withHead);
    else copying.copyTenants([tenant], withHead);
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
        onClick={() => onOpen(tenant)}
      >
        {t('grid.row.open')}
      </Menu.Item>
      {filter && (
        <Menu.Item leftSection={<IconFilter size={15} />} onClick={() => onFilter(filter)}>
          {t('grid.row.filterBy', {
            value: shortText === '' ? t('screens.filters.none') : shortText,
          })}
        </Menu.Item>
      )}
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
        {isOfSelected ? t('grid.copy.rows', { count: selectedRows }) : t('grid.copy.row')}
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
