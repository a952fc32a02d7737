import { Group, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/commands-context.ts';
import { useGrid } from '../grid/grid-provider.tsx';
import { useList } from '../list/list-provider.tsx';
import {
  nextPage,
  pageSizesOf,
  previousPage,
  type ListPageSize,
  type PageRequest,
} from '../list/page-request.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useLasting } from '../ui/use-lasting.ts';
import classes from './tenants-screen.module.css';

/** The page size, and buttons that show the first, previous and next page. The API has no other pages. */
export function Pager() {
  const { t } = useTranslation();
  const { source, request, setPageSize } = useList();
  const { layout, setLayout } = useGrid().gridLayout;
  const { showFirst, showPrevious, showNext } = usePageTurns();
  const buttons = [
    { label: t('screens.tenants.firstPage'), show: showFirst, Icon: IconChevronsLeft },
    { label: t('screens.tenants.previousPage'), show: showPrevious, Icon: IconChevronLeft },
    { label: t('screens.tenants.nextPage'), show: showNext, Icon: IconChevronRight },
  ];
  const changePageSize = (pageSize: ListPageSize) => {
    setPageSize(pageSize);
    setLayout({ ...layout, pageSize });
  };
  return (
    // At a high zoom level, the two parts wrap.
    <Group gap="md">
      <Group gap="xs">
        <span aria-hidden="true" className={classes.pageSizeLabel}>
          {t('screens.tenants.rowsPerPage')}
        </span>
        <SegmentedControl
          size="xs"
          aria-label={t('screens.tenants.rowsPerPage')}
          data={pageSizesOf(source).map((size) => ({
            value: size,
            label: size === 'all' ? t('grid.allRows') : size,
          }))}
          value={request.pageSize}
          onChange={changePageSize}
        />
      </Group>
      <Group gap={4} wrap="nowrap" component="nav" aria-label={t('screens.tenants.pages')}>
        {buttons.map(({ label, show, Icon }) => (
          <IconButton key={label} label={label} unavailable={!show} onClick={() => show?.()}>
            <Icon size={16} />
          </IconButton>
        ))}
      </Group>
    </Group>
  );
}

/** Returns functions that show other pages, and offers them as commands. Each is `null` if there is no such page. */
function usePageTurns() {
  const { request, shown, isShownStale, goToFirstPage, goTo } = useList();
  // The neighbors of a stale page are not those of the requested page.
  const current = useLasting(isShownStale) ? null : shown;
  const previous = current && previousPage(current);
  const next = current && nextPage(current);
  const turnTo = (page: PageRequest) => {
    if (!isShownStale) goTo(page);
  };
  const showFirst = request.pagesBefore.length === 0 ? null : goToFirstPage;
  const showPrevious = previous && (() => turnTo(previous));
  const showNext = next && (() => turnTo(next));
  useCommand('firstPage', showFirst);
  useCommand('previousPage', showPrevious);
  useCommand('nextPage', showNext);
  return { showFirst, showPrevious, showNext };
}
