import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/commands-context.ts';

/** The element id of the panel that the button opens and closes. */
export const overviewId = 'overview';

interface OverviewToggleProps {
  opened: boolean;
  onToggle: () => void;
}

/** A button that opens and closes the overview. */
export function OverviewToggle({ opened, onToggle }: OverviewToggleProps) {
  const { t } = useTranslation();
  useCommand('toggleOverview', onToggle);
  return (
    <Button
      size="xs"
      variant={opened ? 'light' : 'default'}
      leftSection={<IconChartBar size={15} />}
      aria-expanded={opened}
      aria-controls={opened ? overviewId : undefined}
      onClick={onToggle}
    >
      {t('screens.overview.title')}
    </Button>
  );
}
