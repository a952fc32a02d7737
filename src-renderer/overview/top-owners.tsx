import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../src-shared/facets.ts';
import { useNumberFormat } from '../ui/use-number-format.ts';
import { OwnerChoice } from '../values/owner-choice.tsx';
import classes from './overview-charts.module.css';

interface TopOwnersProps {
  owners: Overview['owners']['most'];
  /** The owner in the filter; `null` if there are none or several. */
  chosen: string | null;
  onChoose: (ownerId: string | null) => void;
}

/** The owners with the most tenants. The bar behind each is proportional to its number of tenants. */
export function TopOwners({ owners, chosen, onChoose }: TopOwnersProps) {
  const { t } = useTranslation();
  const formatNumber = useNumberFormat();
  const largestCount = owners[0]?.count ?? 1;
  if (owners.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('screens.overview.noOwners')}
      </Text>
    );
  }
  return (
    <ol className={classes.list}>
      {owners.map(({ value, count, name, hint }) => (
        <li key={value}>
          <UnstyledButton
            className={classes.row}
            aria-pressed={value === chosen}
            onClick={() => onChoose(value === chosen ? null : value)}
          >
            <span className={classes.bar} style={{ width: `${(count / largestCount) * 100}%` }} />
            <span className={classes.name}>
              <OwnerChoice id={value} name={name} example={hint} />
            </span>
            <span className={classes.count}>{formatNumber(count)}</span>
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}
