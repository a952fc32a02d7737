import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../src-shared/facets.ts';
import { noValue, type FilterValues } from '../../src-shared/filter-values.ts';
import { checkboxMenu } from '../ui/menu-checkbox.ts';
import { ChoiceCount } from './choice-count.tsx';
import { ChipButton, FilterChip } from '../ui/filter-chip.tsx';
import classes from './filter-menu.module.css';
import { listChoices } from './list-choices.ts';
import { noMarks, useMarksText } from './use-marks-text.ts';

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
  const { isStarred, hasNote, tags } = values;
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
        onChange={onOpen}
      >
        <Menu.Target>
          <ChipButton name={name} isAvailable={isAvailable} chosen={text} />
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown}>
          <Menu.CheckboxItem
            checked={isStarred}
            fz="xs"
            rightSection={counts && <ChoiceCount count={counts.starred} />}
            onChange={() => onChange({ isStarred: !isStarred })}
          >
            {t('marks.starred')}
          </Menu.CheckboxItem>
          <Menu.CheckboxItem
            checked={hasNote}
            fz="xs"
            rightSection={counts && <ChoiceCount count={counts.noted} />}
            onChange={() => onChange({ hasNote: !hasNote })}
          >
            {t('marks.withNote')}
          </Menu.CheckboxItem>
          <Menu.Divider />
          <Menu.Label>{t('marks.tags')}</Menu.Label>
          <Menu.CheckboxGroup value={tags} onChange={(chosen) => onChange({ tags: chosen })}>
            {listChoices(counts?.tags ?? [], tags).map(({ value, count }) => (
              <Menu.CheckboxItem
                key={value}
                value={value}
                fz="xs"
                rightSection={counts && <ChoiceCount count={count} />}
              >
                {value === noValue ? t('marks.noTags') : value}
              </Menu.CheckboxItem>
            ))}
          </Menu.CheckboxGroup>
        </Menu.Dropdown>
      </Menu>
    </FilterChip>
  );
}
