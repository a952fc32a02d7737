import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../src-shared/facets.ts';
import { noValue, type FilterValues } from '../../src-shared/filter-values.ts';
import { ChoiceCount } from '../ui/choice-count.tsx';
import classes from './filter-menu.module.css';
import { listChoices } from './list-choices.ts';

interface MarksDropdownProps {
  /** `undefined` until they have been counted. */
  counts: Pick<Facets, 'starred' | 'noted' | 'tags'> | undefined;
  values: Pick<FilterValues, 'isStarred' | 'hasNote' | 'tags'>;
  onChange: (values: Partial<FilterValues>) => void;
}

/** The menu of the chip for the user's own marks. */
export function MarksDropdown({ counts, values, onChange }: MarksDropdownProps) {
  const { t } = useTranslation();
  const { isStarred, hasNote, tags } = values;
  return (
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
  );
}
