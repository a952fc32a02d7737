import { Menu } from '@mantine/core';
import { lazy, useState } from 'react';
import type { ValueCount } from '../../src-shared/facets.ts';
import { Later } from '../ui/later.tsx';
import { checkboxMenu } from '../ui/menu-checkbox.ts';
import { ChipButton, FilterChip } from '../ui/filter-chip.tsx';

const ValuesDropdown = lazy(async () => ({
  default: (await import('./values-dropdown.tsx')).ValuesDropdown,
}));

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
  const [isOpen, setIsOpen] = useState(false);
  const open = (willBeOpen: boolean) => {
    setIsOpen(willBeOpen);
    onOpen(willBeOpen);
  };
  return (
    <FilterChip name={name} isSet={chosen.length > 0} onClear={() => onChange([])}>
      <Menu
        position="bottom-start"
        shadow="md"
        width={240}
        disabled={!isAvailable}
        classNames={checkboxMenu}
        opened={isOpen}
        onChange={open}
      >
        <Menu.Target>
          <ChipButton
            name={name}
            isAvailable={isAvailable}
            chosen={chosen.length === 0 ? null : chosen.map(textOf).join(', ')}
          />
        </Menu.Target>
        <Later isWanted={isOpen}>
          <ValuesDropdown values={values} chosen={chosen} textOf={textOf} onChange={onChange} />
        </Later>
      </Menu>
    </FilterChip>
  );
}
