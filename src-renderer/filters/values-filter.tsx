import { Menu, Skeleton } from '@mantine/core';
import type { ValueCount } from '../../src-shared/facets.ts';
import { checkboxMenu } from '../ui/menu-checkbox.ts';
import { ChoiceCount } from './choice-count.tsx';
import { ChipButton, FilterChip } from './filter-chip.tsx';
import classes from './filter-menu.module.css';
import { listChoices } from './list-choices.ts';

interface ValuesFilterProps {
  name: string;
  /** The source supports this filter. */
  isAvailable: boolean;
  /** The values of the list, the most frequent first; `undefined` until they have been counted. */
  values: readonly ValueCount[] | undefined;
  chosen: string[];
  /** Returns the name of a value. */
  textOf: (value: string) => string;
  onChange: (chosen: string[]) => void;
  onOpen: (isOpen: boolean) => void;
}

/** A chip for a field with few values. Any number of them can be chosen. */
export function ValuesFilter(props: ValuesFilterProps) {
  const { name, isAvailable, values, chosen, textOf, onChange, onOpen } = props;
  return (
    <FilterChip name={name} isSet={chosen.length > 0} onClear={() => onChange([])}>
      <Menu
        position="bottom-start"
        shadow="md"
        width={240}
        disabled={!isAvailable}
        classNames={checkboxMenu}
        onChange={onOpen}
      >
        <Menu.Target>
          <ChipButton
            name={name}
            isAvailable={isAvailable}
            chosen={chosen.length === 0 ? null : chosen.map(textOf).join(', ')}
          />
        </Menu.Target>
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
      </Menu>
    </FilterChip>
  );
}
