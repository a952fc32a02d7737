import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { ChipButton, FilterChip } from '../ui/filter-chip.tsx';
import { Later } from '../ui/later.tsx';
import { checkboxMenu } from '../ui/menu-checkbox.ts';
import { useLaterMenu } from '../ui/use-later-menu.ts';

interface FilterMenuProps {
  name: string;
  /** The source supports this filter. */
  isAvailable: boolean;
  /** The chosen values as text; `null` if nothing is chosen. */
  chosen: string | null;
  /** In CSS pixels. */
  width?: number;
  onClear: () => void;
  onOpen: (isOpen: boolean) => void;
  /** Returns the dropdown, which can be made with React's `lazy`. */
  children: (close: () => void) => ReactNode;
}

/** A chip of the filter with a menu of check boxes. */
export function FilterMenu(props: FilterMenuProps) {
  const { name, isAvailable, chosen, width = 240, onClear, onOpen, children } = props;
  const { isOpen, menu, later, open } = useLaterMenu(onOpen);
  return (
    <FilterChip name={name} chosen={chosen} isOpen={isOpen} onClear={onClear}>
      <Menu
        position="bottom-start"
        shadow="md"
        width={width}
        disabled={!isAvailable}
        classNames={checkboxMenu}
        {...menu}
      >
        <Menu.Target>
          <ChipButton name={name} isAvailable={isAvailable} chosen={chosen} />
        </Menu.Target>
        <Later {...later}>{children(() => open(false))}</Later>
      </Menu>
    </FilterChip>
  );
}
