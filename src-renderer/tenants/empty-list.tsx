import { Button, EmptyState } from '@mantine/core';
import { IconCircleCheck, IconPhoneOff, IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ShownPage } from './list-state.ts';
import { isFiltered } from '../filters/filter.ts';

interface EmptyListProps {
  shown: ShownPage;
  onClearFilters: () => void;
  onShowAll: () => void;
  onFirstPage: () => void;
}

/** Why there is no row, and what to do about it. */
export function EmptyList(props: EmptyListProps) {
  const { shown, onClearFilters, onShowAll, onFirstPage } = props;
  const { t } = useTranslation();
  const { filter, pagesBefore } = shown.asked;
  const { change, ...otherFilters } = filter;
  if (shown.page.unreadableRows > 0) {
    return (
      <EmptyState
        icon={<IconPhoneOff stroke={1.5} />}
        title={t('screens.tenants.noReadable')}
        description={t('screens.tenants.noReadableHint')}
      />
    );
  }
  if (pagesBefore.length > 0) {
    return (
      <EmptyState
        icon={<IconPhoneOff stroke={1.5} />}
        title={t('screens.tenants.noMore')}
        description={t('screens.tenants.noMoreHint')}
      >
        <Button size="xs" variant="default" onClick={onFirstPage}>
          {t('screens.tenants.firstPage')}
        </Button>
      </EmptyState>
    );
  }
  if (change !== undefined && !isFiltered(otherFilters)) {
    return (
      <EmptyState
        icon={<IconCircleCheck stroke={1.5} />}
        title={t(`screens.changes.empty.${change}`)}
        description={t('screens.changes.emptyHint')}
      >
        <Button size="xs" variant="default" onClick={onShowAll}>
          {t('screens.changes.showAll')}
        </Button>
      </EmptyState>
    );
  }
  if (isFiltered(filter)) {
    return (
      <EmptyState
        icon={<IconSearchOff stroke={1.5} />}
        title={t('screens.tenants.noMatch')}
        description={t('screens.tenants.noMatchHint')}
      >
        <Button size="xs" variant="default" onClick={onClearFilters}>
          {t('screens.tenants.clearFilters')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconPhoneOff stroke={1.5} />}
      title={t('screens.tenants.noTenants')}
      description={t('screens.tenants.noTenantsHint')}
    />
  );
}
