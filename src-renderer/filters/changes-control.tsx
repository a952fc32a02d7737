import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { changeKinds, isKnown } from '../../src-shared/tenant-fields.ts';

interface ChangesControlProps {
  changes: SavedListStatus['changes'];
  value: Filter['change'];
  onChange: (change: Filter['change']) => void;
}

/** A control that shows all tenants, or only those that the last refresh found new, changed or gone, with their counts. */
export function ChangesControl({ changes, value, onChange }: ChangesControlProps) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('screens.changes.title')}
      title={t('screens.changes.hint')}
      data={[
        { value: 'all', label: t('screens.changes.all') },
        ...changeKinds.map((kind) => ({
          value: kind,
          label: t(`screens.changes.counts.${kind}`, { count: changes[kind] }),
        })),
      ]}
      value={value ?? 'all'}
      onChange={(chosen) => onChange(isKnown(changeKinds, chosen) ? chosen : undefined)}
    />
  );
}
