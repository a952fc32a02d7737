import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface ExportMenuProps {
  /** Whether "all" means all that match the filters. */
  isFiltered: boolean;
  isRunning: boolean;
  pageRows: number;
  /** Told before the choices are shown. */
  onOpen: () => void;
  onExportPage: () => void;
  onExportAll: () => void;
}

/** Asks what to export: what is on screen, or everything behind it. */
export function ExportMenu(props: ExportMenuProps) {
  const { isFiltered, isRunning, pageRows, onOpen, onExportPage, onExportAll } = props;
  const { t } = useTranslation();
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
            {t('screens.export.allHint')}
          </Text>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
