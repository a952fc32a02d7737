import { Group, SegmentedControl, Switch } from '@mantine/core';
import { IconCopy, IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import type { OverviewView } from './overview-table.ts';

interface OverviewBarProps {
  views: readonly OverviewView[];
  view: OverviewView;
  onView: (view: OverviewView) => void;
  followsFilters: boolean;
  onFollowFilters: (followsFilters: boolean) => void;
  /** `null` if there is nothing to copy or to export. */
  onCopy: (() => void) | null;
  onExport: (() => void) | null;
}

/** The controls of the overview: what it shows and of which tenants, and buttons that copy and export it. */
export function OverviewBar(props: OverviewBarProps) {
  const { views, view, onView, followsFilters, onFollowFilters, onCopy, onExport } = props;
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap">
      <SegmentedControl
        size="xs"
        aria-label={t('screens.overview.title')}
        data={views.map((value) => ({ value, label: t(`screens.overview.views.${value}`) }))}
        value={view}
        onChange={onView}
      />
      <Switch
        size="xs"
        ml="auto"
        mr="xs"
        label={t('screens.overview.followFilters')}
        checked={followsFilters}
        onChange={(event) => onFollowFilters(event.currentTarget.checked)}
      />
      <IconButton
        label={t('screens.overview.copy')}
        unavailable={onCopy === null}
        onClick={() => onCopy?.()}
      >
        <IconCopy size={16} />
      </IconButton>
      <IconButton
        label={t('screens.overview.export')}
        unavailable={onExport === null}
        onClick={() => onExport?.()}
      >
        <IconFileSpreadsheet size={16} />
      </IconButton>
    </Group>
  );
}
