import { SegmentedControl } from '@mantine/core';
import type { SegmentedControlProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../src-shared/preferences.ts';

/** Each language has its own name for itself, so that people can find it while the app is in the other one. */
const languages: { value: Language; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'vi', label: 'Tiếng Việt' },
];

/** A control that chooses the language of the app. */
export function LanguageControl(props: Omit<SegmentedControlProps<Language>, 'data'>) {
  const { t } = useTranslation();
  return <SegmentedControl data={languages} aria-label={t('screens.common.language')} {...props} />;
}
