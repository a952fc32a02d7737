import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';

interface ExportMenuProps {
  /** Whether "all" means all that match the filters. */
  isFiltered: boolean;
  isRunning: boolean;
  pageRows: number;
  /** Told before the choices are shown. */
  onOpen: () => void;
  /** How many "all" are; `null` while only the server knows. */
  allRows: number | null;
  /** `null` where none are known. */
  changes: SavedListStatus['changes'] | null;
  onExportPage: () => void;
  onExportAll: () => void;
  onExportChanges: () => void;
}

/** Asks what to export: what is on screen, everything behind it, or what the last refresh found. */
export function ExportMenu(props: ExportMenuProps) {
  const { isFiltered, isRunning, pageRows, allRows, changes } = props;
  const { onOpen, onExportPage, onExportAll, onExportChanges } = props;
  const { t } = useTranslation();
  const hasChanges = changes !== null && changes.new + changes.changed + changes.gone > 0;
  return (
    <Menu
      position="bottom-end"
      width={260}
      shadow="md"
      transitionProps={{ duration: 80 }}
      onOpen={onOpen}
    >
      <Menu.Target>
        <Button
          size="xs"
          disabled={isRunning}
          leftSection={<IconFileSpreadsheet size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {t('screens.export.exportToExcel')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={pageRows === 0} onClick={onExportPage}>
          {t('screens.export.thisPage')}
          <Text size="xs" c="dimmed">
            {t('screens.export.rows', { count: pageRows })}
          </Text>
        </Menu.Item>
        <Menu.Item onClick={onExportAll}>
          {t(isFiltered ? 'screens.export.allMatching' : 'screens.export.all')}
          <Text size="xs" c="dimmed">
            {allRows === null
              ? t('screens.export.allHint')
              : t('screens.export.allSaved', { count: allRows })}
          </Text>
        </Menu.Item>
        {hasChanges && (
          <Menu.Item onClick={onExportChanges}>
            {t('screens.export.changes')}
            <Text size="xs" c="dimmed">
              {t('screens.export.changesHint', changes)}
            </Text>
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
