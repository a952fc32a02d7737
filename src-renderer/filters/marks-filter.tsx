import { useTranslation } from 'react-i18next';
import type { Facets } from '../../src-shared/facets.ts';
import type { FilterValues } from '../../src-shared/filter-values.ts';
import { lazyPart } from '../texts/lazy-part.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { noMarks, useMarksText } from './use-marks-text.ts';

const MarksDropdown = lazyPart(async () => (await import('./marks-dropdown.tsx')).MarksDropdown);

interface MarksFilterProps {
  /** The source supports this filter. */
  isAvailable: boolean;
  /** `undefined` until they have been counted. */
  counts: Pick<Facets, 'starred' | 'noted' | 'tags'> | undefined;
  values: Pick<FilterValues, 'isStarred' | 'hasNote' | 'tags'>;
  onChange: (values: Partial<FilterValues>) => void;
  onOpen: (isOpen: boolean) => void;
}

/** A chip for the user's own marks: stars, notes, and any number of tags. */
export function MarksFilter({ isAvailable, counts, values, onChange, onOpen }: MarksFilterProps) {
  const { t } = useTranslation();
  const text = useMarksText(values);
  return (
    <FilterMenu
      name={t('marks.title')}
      isAvailable={isAvailable}
      chosen={text}
      onClear={() => onChange(noMarks)}
      onOpen={onOpen}
    >
      {() => <MarksDropdown counts={counts} values={values} onChange={onChange} />}
    </FilterMenu>
  );
}
