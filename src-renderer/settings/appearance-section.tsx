import { Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { densities, zoomPercents } from '../../src-shared/choices.ts';
import { createClock, timeZones } from '../../src-shared/time-zone.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { LanguageControl } from './language-control.tsx';
import type { ChangeablePreferences } from './use-preferences.ts';

const colorSchemes = ['auto', 'light', 'dark'] as const;

/** Language, clock, colors and sizes, each in force as soon as it is chosen. */
export function AppearanceSection({ preferences }: { preferences: ChangeablePreferences }) {
  const { t } = useTranslation();
  const { language, colorScheme, density, zoomPercent, timeZone } = preferences.preferences;
  return (
    <>
      <Group justify="space-between">
        <Text aria-hidden="true">{t('screens.settings.language')}</Text>
        <LanguageControl
          size="xs"
          value={language}
          onChange={(chosen) => preferences.changePreferences({ language: chosen })}
        />
      </Group>
      <Group justify="space-between">
        <Text aria-hidden="true">{t('screens.settings.timeZone')}</Text>
        <SegmentedControl
          size="xs"
          aria-label={t('screens.settings.timeZone')}
          data={timeZones.map((value) => ({
            value,
            label: t(`screens.settings.timeZones.${value}`, { zone: createClock(value).label }),
          }))}
          value={timeZone}
          onChange={(chosen) => preferences.changePreferences({ timeZone: chosen })}
        />
      </Group>
      <Group justify="space-between">
        <Text aria-hidden="true">{t('screens.settings.colorScheme')}</Text>
        <SegmentedControl
          size="xs"
          aria-label={t('screens.settings.colorScheme')}
          data={colorSchemes.map((value) => ({ value, label: t(`screens.settings.${value}`) }))}
          value={colorScheme}
          onChange={(chosen) => preferences.changePreferences({ colorScheme: chosen })}
        />
      </Group>
      <Group justify="space-between">
        <Text aria-hidden="true">{t('screens.settings.density')}</Text>
        <SegmentedControl
          size="xs"
          aria-label={t('screens.settings.density')}
          data={densities.map((value) => ({ value, label: t(`screens.settings.${value}`) }))}
          value={density}
          onChange={(chosen) => preferences.changePreferences({ density: chosen })}
        />
      </Group>
      <Group justify="space-between">
        <Text aria-hidden="true">{t('screens.settings.zoom')}</Text>
        <NativeSelect
          size="xs"
          w={90}
          aria-label={t('screens.settings.zoom')}
          data={zoomPercents.map((percent) => ({ value: String(percent), label: `${percent} %` }))}
          value={String(zoomPercent)}
          onChange={(event) => {
            const chosen = zoomPercents.find(
              (percent) => String(percent) === event.currentTarget.value,
            );
            if (chosen !== undefined) preferences.changePreferences({ zoomPercent: chosen });
          }}
        />
      </Group>
      {preferences.saveError && <ErrorAlert error={preferences.saveError} />}
    </>
  );
}
