import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/commands-context.ts';
import { useList } from '../list/list-provider.tsx';
import classes from './changes-control.module.css';
import { countChanges } from './count-changes.ts';
import { useChanges } from './use-changes.ts';
import { useSeenOnLeaving } from './use-seen-on-leaving.ts';

/** A switch between the list and the rows that have changed. It says since when, and how many have. */
export function ChangesControl() {
  const { t } = useTranslation();
  const { filter } = useList();
  const changes = useChanges();
  useSeenOnLeaving(changes);
  const { isAvailable, isOpen, summary, from } = changes;
  const show = (showsChanges: boolean) =>
    filter.set({
      change: showsChanges ? 'any' : undefined,
      ...{ changedField: undefined, asOf: '' },
    });
  useCommand('toggleChanges', isAvailable ? () => show(!isOpen) : null);
  if (!isAvailable) return null;
  return (
    <SegmentedControl
      size="xs"
      classNames={{ label: classes.label }}
      aria-label={t('screens.changes.title')}
      data={[
        { value: 'all', label: t('screens.changes.list') },
        {
          value: 'changes',
          label: (
            <span className={classes.changes}>
              {summary === undefined
                ? t('screens.changes.title')
                : from === null
                  ? t('screens.changes.notYet')
                  : t('screens.changes.since', { when: from })}
              {summary !== undefined && from !== null && (
                <>
                  {/* Separates the time from the number in the name of the control. */}{' '}
                  <span className={classes.count}>
                    {t('screens.changes.count', { count: countChanges(summary) })}
                  </span>
                </>
              )}
            </span>
          ),
        },
      ]}
      value={isOpen ? 'changes' : 'all'}
      onChange={(chosen) => show(chosen === 'changes')}
    />
  );
}
