import { useTranslation } from 'react-i18next';
import { refreshIntervals } from '../../src-shared/choices.ts';
import { SegmentedRow, SwitchRow } from '../ui/labeled-row.tsx';
import type { ChangeablePreferences } from './use-preferences.ts';

/** Settings for the automatic refresh of the saved list. */
export function RefreshSection({ preferences }: { preferences: ChangeablePreferences }) {
  const { t } = useTranslation();
  const { refreshOnStart, refreshMinutes } = preferences.preferences;
  return (
    <>
      <SwitchRow
        label={t('screens.settings.refreshOnStart')}
        checked={refreshOnStart}
        onChange={(isChecked) => preferences.changePreferences({ refreshOnStart: isChecked })}
      />
      <SegmentedRow
        label={t('screens.settings.refreshAutomatically')}
        data={refreshIntervals.map((minutes) => ({
          value: minutes,
          label:
            minutes === 0
              ? t('screens.settings.refreshOff')
              : t('screens.settings.refreshMinutes', { count: minutes }),
        }))}
        value={refreshMinutes}
        onChange={(minutes) => preferences.changePreferences({ refreshMinutes: minutes })}
      />
    </>
  );
}
