import { useTranslation } from 'react-i18next';
import { fullRefreshHours, historyDays, refreshIntervals } from '../../src-shared/choices.ts';
import { SegmentedRow, SwitchRow } from '../ui/labeled-row.tsx';
import type { ChangeablePreferences } from './use-preferences.ts';

/** Settings for the automatic refresh of the saved list. */
export function RefreshSection({ preferences }: { preferences: ChangeablePreferences }) {
  const { t } = useTranslation();
  const { changePreferences } = preferences;
  const { refreshOnStart, refreshMinutes } = preferences.preferences;
  return (
    <>
      <SwitchRow
        label={t('settings.refreshOnStart')}
        checked={refreshOnStart}
        onChange={(isChecked) => changePreferences({ refreshOnStart: isChecked })}
      />
      <SegmentedRow
        label={t('settings.refreshAutomatically')}
        data={refreshIntervals.map((minutes) => ({
          value: minutes,
          label:
            minutes === 0
              ? t('settings.refreshOff')
              : t('settings.refreshMinutes', { count: minutes }),
        }))}
        value={refreshMinutes}
        onChange={(minutes) => changePreferences({ refreshMinutes: minutes })}
      />
      <SegmentedRow
        label={t('settings.readWhole')}
        data={fullRefreshHours.map((hours) => ({
          value: hours,
          label:
            hours <= 24
              ? t('settings.hours', { count: hours })
              : t('settings.days', { count: hours / 24 }),
        }))}
        value={preferences.preferences.fullRefreshHours}
        onChange={(hours) => changePreferences({ fullRefreshHours: hours })}
      />
      <SegmentedRow
        label={t('settings.keepHistory')}
        data={historyDays.map((days) => ({
          value: days,
          label: days === 0 ? t('settings.always') : t('settings.days', { count: days }),
        }))}
        value={preferences.preferences.historyDays}
        onChange={(days) => changePreferences({ historyDays: days })}
      />
    </>
  );
}
