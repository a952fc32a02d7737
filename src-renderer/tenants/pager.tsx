import { Group, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import type { ListPageSize } from './list-state.ts';

interface PagerProps {
  pageSizes: ListPageSize[];
  pageSize: ListPageSize;
  onPageSize: (pageSize: ListPageSize) => void;
  /** Each `null` where there is no such page, or not yet. */
  onFirst: (() => void) | null;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

/** Page size, and the ways a list of cursors can be walked. */
export function Pager(props: PagerProps) {
  const { pageSizes, pageSize, onPageSize, onFirst, onPrevious, onNext } = props;
  const { t } = useTranslation();
  const buttons = [
    { label: t('screens.tenants.firstPage'), go: onFirst, Icon: IconChevronsLeft },
    { label: t('screens.tenants.previousPage'), go: onPrevious, Icon: IconChevronLeft },
    { label: t('screens.tenants.nextPage'), go: onNext, Icon: IconChevronRight },
  ];
  return (
    // Zoomed far in, they stand one below the other.
    <Group gap="md">
      <Group gap="xs">
        <span aria-hidden="true">{t('screens.tenants.rowsPerPage')}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('screens.tenants.rowsPerPage')}
          data={pageSizes.map((size) => ({
            value: size,
            label: size === 'all' ? t('grid.allRows') : size,
          }))}
          value={pageSize}
          onChange={onPageSize}
        />
      </Group>
      <Group gap={4} wrap="nowrap" component="nav" aria-label={t('screens.tenants.pages')}>
        {buttons.map(({ label, go, Icon }) => (
          <IconButton key={label} label={label} unavailable={!go} onClick={() => go?.()}>
            <Icon size={16} />
          </IconButton>
        ))}
      </Group>
    </Group>
  );
}
