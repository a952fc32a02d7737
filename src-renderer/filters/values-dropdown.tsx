import { Menu, Skeleton } from '@mantine/core';
import type { ValueCount } from '../../src-shared/facets.ts';
import { ChoiceCount } from '../ui/choice-count.tsx';
import classes from './filter-menu.module.css';
import { listChoices } from './list-choices.ts';

interface ValuesDropdownProps {
  /** The values of the list, the most frequent first; `undefined` until they have been counted. */
  values: readonly ValueCount[] | undefined;
  chosen: string[];
  /** Returns the name of a value. */
  textOf: (value: string) => string;
  onChange: (chosen: string[]) => void;
}

/** The menu of a chip for a field with few values. */
export function ValuesDropdown({ values, chosen, textOf, onChange }: ValuesDropdownProps) {
  return (
    <Menu.Dropdown className={classes.dropdown}>
      {values === undefined ? (
        <Skeleton height={28} m={4} />
      ) : (
        <Menu.CheckboxGroup value={chosen} onChange={onChange}>
          {listChoices(values, chosen).map(({ value, count: valueCount }) => (
            <Menu.CheckboxItem
              key={value}
              value={value}
              fz="xs"
              rightSection={<ChoiceCount count={valueCount} />}
            >
              {textOf(value)}
            </Menu.CheckboxItem>
          ))}
        </Menu.CheckboxGroup>
      )}
    </Menu.Dropdown>
  );
}
