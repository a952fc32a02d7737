import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNumberFormat } from '../ui/use-number-format.ts';
import classes from './overview-charts.module.css';

interface StillNewTileProps {
  count: number;
  /** The list is filtered by this. */
  isChosen: boolean;
  onChoose: () => void;
}

/** How many tenants are still newly created after more than 30 days. A click filters by that, or clears the filter. */
export function StillNewTile({ count, isChosen, onChoose }: StillNewTileProps) {
  const { t } = useTranslation();
  const formatNumber = useNumberFormat();
  return (
    <UnstyledButton
      className={`${classes.row} ${classes.tile}`}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      <span className={classes.name}>{t('screens.overview.stillNew')}</span>
      <span className={classes.count}>{formatNumber(count)}</span>
    </UnstyledButton>
  );
}
