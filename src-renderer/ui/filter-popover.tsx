import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { ChipButton, FilterChip } from './filter-chip.tsx';
import { Later } from './later.tsx';
import { useLaterMenu } from './use-later-menu.ts';

interface FilterPopoverProps {
  name: string;
  /** The source supports this filter. */
  isAvailable: boolean;
  /** The chosen values as text; `null` if nothing is chosen. */
  chosen: string | null;
  /** In CSS pixels. By default, it fits the content. */
  width?: number;
  onClear: () => void;
  onOpen?: (isOpen: boolean) => void;
  /** A `Popover.Dropdown`, or a component made with React's `lazy` that renders one. */
  children: ReactNode;
}

/** A chip of the filter that opens a small dialog. */
export function FilterPopover(props: FilterPopoverProps) {
  const { name, isAvailable, chosen, width = 'max-content', onClear, onOpen, children } = props;
  const { isOpen, open, menu, later } = useLaterMenu(onOpen);
  return (
    <FilterChip name={name} chosen={chosen} isOpen={isOpen} onClear={onClear}>
      <Popover
        position="bottom-start"
        shadow="md"
        width={width}
        trapFocus
        returnFocus
        disabled={!isAvailable}
        {...menu}
      >
        <Popover.Target>
          <ChipButton
            name={name}
            chosen={chosen}
            isAvailable={isAvailable}
            onClick={() => open(isAvailable && !isOpen)}
          />
        </Popover.Target>
        <Later {...later}>{children}</Later>
      </Popover>
    </FilterChip>
  );
}
