import { Menu } from '@mantine/core';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../src-shared/facets.ts';
import type { FilterValues } from '../../src-shared/filter-values.ts';
import { Later } from '../ui/later.tsx';
import { checkboxMenu } from '../ui/menu-checkbox.ts';
import { ChipButton, FilterChip } from '../ui/filter-chip.tsx';
import { noMarks, useMarksText } from './use-marks-text.ts';

const MarksDropdown = lazy(async () => ({
  default: (await import('./marks-dropdown.tsx')).MarksDropdown,
}));

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
  const [isOpen, setIsOpen] = useState(false);
  const open = (willBeOpen: boolean) => {
    setIsOpen(willBeOpen);
    onOpen(willBeOpen);
  };
  const name = t('marks.title');
  return (
    <FilterChip name={name} isSet={text !== null} onClear={() => onChange(noMarks)}>
      <Menu
        position="bottom-start"
        shadow="md"
        width={240}
        disabled={!isAvailable}
        classNames={checkboxMenu}
        closeOnItemClick={false}
        opened={isOpen}
        onChange={open}
      >
        <Menu.Target>
          <ChipButton name={name} isAvailable={isAvailable} chosen={text} />
        </Menu.Target>
        <Later isWanted={isOpen}>
          <MarksDropdown counts={counts} values={values} onChange={onChange} />
        </Later>
      </Menu>
    </FilterChip>
  );
}
