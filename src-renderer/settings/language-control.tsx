import { SegmentedControl } from '@mantine/core';
import type { SegmentedControlProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../src-shared/preferences.ts';

/** Each language by its own name, so that it can be found from within the other. */
const languages: { value: Language; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'vi', label: 'Tiếng Việt' },
];

/** Chooses the language of the screens. */
export function LanguageControl(props: Omit<SegmentedControlProps<Language>, 'data'>) {
  const { t } = useTranslation();
  return (
    <SegmentedControl data={languages} aria-label={t('screens.settings.language')} {...props} />
  );
}
