import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { colorSchemes, densities, zoomPercents } from '../../src-shared/choices.ts';
import { createClock, timeZones, type ComputerZone } from '../../src-shared/time-zone.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { LabeledRow, SegmentedRow } from '../ui/labeled-row.tsx';
import { LanguageControl } from '../ui/language-control.tsx';
import type { ChangeablePreferences } from './use-preferences.ts';

interface AppearanceSectionProps {
  preferences: ChangeablePreferences;
  /** The zone of this computer; `null` if it is unknown. */
  computerZone: ComputerZone | null;
}

/** Settings for language, time zone, colors and sizes. Each takes effect as soon as it is chosen. */
export function AppearanceSection({ preferences, computerZone }: AppearanceSectionProps) {
  const { t } = useTranslation();
  const { language, colorScheme, density, zoomPercent, timeZone } = preferences.preferences;
  return (
    <>
      <LabeledRow label={t('screens.common.language')}>
        <LanguageControl
          size="xs"
          value={language}
          onChange={(chosen) => preferences.changePreferences({ language: chosen })}
        />
      </LabeledRow>
      <SegmentedRow
        label={t('settings.timeZone')}
        data={timeZones.map((value) => ({
          value,
          label:
            value === 'computer' && computerZone === null
              ? t('settings.unknownZone')
              : t(`settings.timeZones.${value}`, {
                  zone: createClock(value, computerZone).label,
                }),
        }))}
        value={timeZone}
        onChange={(chosen) => preferences.changePreferences({ timeZone: chosen })}
      />
      {timeZone === 'computer' && computerZone === null && (
        <Text size="xs" c="dimmed">
          {t('settings.unknownZoneHint', { zone: createClock('vietnam').label })}
        </Text>
      )}
      <SegmentedRow
        label={t('settings.colorScheme')}
        data={colorSchemes.map((value) => ({ value, label: t(`settings.${value}`) }))}
        value={colorScheme}
        onChange={(chosen) => preferences.changePreferences({ colorScheme: chosen })}
      />
      <SegmentedRow
        label={t('settings.density')}
        data={densities.map((value) => ({ value, label: t(`settings.${value}`) }))}
        value={density}
        onChange={(chosen) => preferences.changePreferences({ density: chosen })}
      />
      <LabeledRow label={t('settings.zoom')}>
        <NativeSelect
          size="xs"
          w={90}
          aria-label={t('settings.zoom')}
          data={zoomPercents.map((percent) => ({
            value: String(percent),
            label: t('settings.zoomLevel', { fraction: percent / 100 }),
          }))}
          value={String(zoomPercent)}
          onChange={(event) => {
            const chosen = zoomPercents.find(
              (percent) => String(percent) === event.currentTarget.value,
            );
            if (chosen !== undefined) preferences.changePreferences({ zoomPercent: chosen });
          }}
        />
      </LabeledRow>
      {preferences.saveError && <ErrorAlert error={preferences.saveError} />}
    </>
  );
}
