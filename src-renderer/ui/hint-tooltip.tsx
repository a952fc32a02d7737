import { Tooltip } from '@mantine/core';
import type { Hint } from './watch-hints.ts';

/** A hint beside its element. */
export function HintTooltip({ element, text, isOpen }: Hint) {
  return (
    <Tooltip
      target={element}
      label={text}
      opened={isOpen}
      events={{ hover: false, focus: false, touch: false }}
    />
  );
}
