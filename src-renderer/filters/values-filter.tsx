import { Menu, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ValueCount } from '../../src-shared/facets.ts';
import { Count } from './count.tsx';
import { ChipButton, FilterChip } from './filter-chip.tsx';
import classes from './filter-menu.module.css';
import { choicesOf } from './filter.ts';

interface ValuesFilterProps {
  name: string;
  /** What the list has, the most frequent first; nothing while it is not known. */
  values: readonly ValueCount[] | undefined;
  chosen: string[];
  /** What a value is called. */
  label: (value: string) => string;
  onChange: (chosen: string[]) => void;
  onOpen: (isOpen: boolean) => void;
  /** How many tenants match the choice, for the chip. */
  count: ReactNode;
}

/** A chip for a field of few values, any number of which can be chosen. */
export function ValuesFilter(props: ValuesFilterProps) {
  const { name, values, chosen, label, onChange, onOpen, count } = props;
  return (
    <FilterChip name={name} isSet={chosen.length > 0} onClear={() => onChange([])}>
      <Menu position="bottom-start" shadow="md" width={240} onChange={onOpen}>
        <Menu.Target>
          <ChipButton
            name={name}
            count={count}
            chosen={chosen.length === 0 ? null : chosen.map(label).join(', ')}
          />
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown}>
          {values === undefined ? (
            <Skeleton height={28} m={4} />
          ) : (
            <Menu.CheckboxGroup value={chosen} onChange={onChange}>
              {choicesOf(values, chosen).map(({ value, count }) => (
                <Menu.CheckboxItem
                  key={value}
                  value={value}
                  fz="xs"
                  rightSection={<Count value={count} />}
                >
                  {label(value)}
                </Menu.CheckboxItem>
              ))}
            </Menu.CheckboxGroup>
          )}
        </Menu.Dropdown>
      </Menu>
    </FilterChip>
  );
}
