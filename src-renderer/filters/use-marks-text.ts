import { useTranslation } from 'react-i18next';
import { noValue, type FilterValues } from '../../src-shared/filter-values.ts';

type MarkValues = Pick<FilterValues, 'isStarred' | 'hasNote' | 'tags'>;

/** The values of a filter that has no condition for marks. */
export const noMarks: MarkValues = { isStarred: false, hasNote: false, tags: [] };

/** Returns the chosen marks as text; `null` if there are none. */
export function useMarksText({ isStarred, hasNote, tags }: MarkValues): string | null {
  const { t } = useTranslation();
  const chosen = [
    ...(isStarred ? [t('marks.starred')] : []),
    ...(hasNote ? [t('marks.withNote')] : []),
    ...tags.map((tag) => (tag === noValue ? t('marks.noTags') : tag)),
  ];
  return chosen.length === 0 ? null : chosen.join(', ');
}
