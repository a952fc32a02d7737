import { Alert, Group } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../src-shared/account.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { ExportPanel } from '../export/export-panel.tsx';
import { useExport } from '../export/use-export.ts';
import { EmptyList } from './empty-list.tsx';
import { FilterBar } from './filter-bar.tsx';
import { isFiltered } from './filter.ts';
import { ListError } from './list-error.tsx';
import { filtered, firstPage, initialListState, nextPage, previousPage } from './list-state.ts';
import { PageSummary } from './page-summary.tsx';
import { Pager } from './pager.tsx';
import { rowRange } from './row-range.ts';
import { TenantTable } from './tenant-table.tsx';
import { TenantsHeader } from './tenants-header.tsx';
import classes from './tenants-screen.module.css';
import { useFilterText } from './use-filter-text.ts';
import { useTenantTable } from './use-tenant-table.ts';
import { useTenants } from './use-tenants.ts';

interface TenantsScreenProps {
  accountId: string;
  connectionNumber: number;
  connection: Connection;
  onSettings: () => void;
}

/** The tenants of one connection: filters, a page of rows, the pager and the export. */
export function TenantsScreen(props: TenantsScreenProps) {
  const { accountId, connectionNumber, connection, onSettings } = props;
  const { t } = useTranslation();
  const [list, setList] = useState(initialListState);
  const { shown, error, isFetching, isShownStale, refetch } = useTenants(
    accountId,
    connectionNumber,
    list,
  );
  const filter = useFilterText((next) => setList((before) => filtered(before, next)));
  const table = useTenantTable(
    shown?.page.tenants,
    list.sort,
    useCallback((sort) => setList((before) => firstPage(before, { sort })), []),
  );
  const exporting = useExport(accountId);
  const range = shown && rowRange(shown);
  const isEmpty = shown?.page.tenants.length === 0;
  // While another page is on its way, the pages beside the one shown are not beside that one.
  const beside = isShownStale ? null : shown;
  const previous = beside && previousPage(beside);
  const next = beside && nextPage(beside);
  const isFirst = list.pagesBefore.length === 0;

  return (
    <main className={classes.screen}>
      <div className={classes.bar}>
        <TenantsHeader connection={connection} onRefresh={refetch} onSettings={onSettings}>
          <ExportMenu
            // What was typed a moment ago counts, too.
            onOpen={filter.apply}
            pageRows={shown?.page.tenants.length ?? 0}
            isFiltered={isFiltered(list.filter)}
            isRunning={exporting.state.status === 'running'}
            onExportPage={() =>
              exporting.start({ kind: 'page', tenants: shown?.page.tenants ?? [] })
            }
            onExportAll={() => {
              const { filter, sort } = list;
              exporting.start({ kind: 'all', source: 'live', filter, ...(sort && { sort }) });
            }}
          />
        </TenantsHeader>
        <FilterBar filter={filter} />
      </div>
      {error && shown && (
        <ListError
          error={error}
          retrying={isFetching}
          onTryAgain={refetch}
          onSettings={onSettings}
          isBanner
        />
      )}
      {shown !== null && shown.page.unreadableRows > 0 && (
        <Alert color="yellow" radius={0} py="xs" role="status" icon={<IconInfoCircle size={18} />}>
          {t('screens.tenants.unreadableRows', { count: shown.page.unreadableRows })}
        </Alert>
      )}
      <TenantTable
        table={table}
        range={range}
        asked={shown?.asked ?? null}
        skeletonRows={shown === null && !error ? list.paging.limit : null}
        // After a failure they are what there is to read; the banner says the rest.
        stale={isShownStale && error === null}
        fetching={isFetching}
      >
        {shown === null && error && (
          <ListError
            error={error}
            retrying={isFetching}
            onTryAgain={refetch}
            onSettings={onSettings}
          />
        )}
        {isEmpty && (
          <EmptyList
            shown={shown}
            onClearFilters={() => filter.clear()}
            onFirstPage={() => setList(firstPage)}
          />
        )}
      </TenantTable>
      <Group component="footer" className={classes.footer} justify="space-between" gap="xs">
        <PageSummary shown={shown} range={range} isLoading={isFetching} />
        <Pager
          pageSize={list.paging.limit}
          onPageSize={(limit) => setList(firstPage(list, { limit }))}
          onFirst={isFirst ? null : () => setList(firstPage(list))}
          onPrevious={previous && (() => setList(previous))}
          onNext={next && (() => setList(next))}
        />
      </Group>
      <ExportPanel exporting={exporting} accountId={accountId} />
    </main>
  );
}
