import { Menu, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ValueCount } from '../../src-shared/facets.ts';
import { ChoiceCount } from './choice-count.tsx';
import { ChipButton, FilterChip } from './filter-chip.tsx';
import classes from './filter-menu.module.css';
import { listChoices } from './list-choices.ts';

interface ValuesFilterProps {
  name: string;
  /** The values of the list, the most frequent first; `undefined` until they have been counted. */
  values: readonly ValueCount[] | undefined;
  chosen: string[];
  /** Returns the name of a value. */
  textOf: (value: string) => string;
  onChange: (chosen: string[]) => void;
  onOpen: (isOpen: boolean) => void;
  /** The number of tenants that match the chosen values. */
  count: ReactNode;
}

/** A chip for a field with few values. Any number of them can be chosen. */
export function ValuesFilter(props: ValuesFilterProps) {
  const { name, values, chosen, textOf, onChange, onOpen, count } = props;
  return (
    <FilterChip name={name} isSet={chosen.length > 0} onClear={() => onChange([])}>
      <Menu position="bottom-start" shadow="md" width={240} onChange={onOpen}>
        <Menu.Target>
          <ChipButton
            name={name}
            count={count}
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
