import { Popover, Skeleton } from '@mantine/core';
import { Suspense, useState, type ReactNode } from 'react';
import { lazyPart } from '../texts/lazy-part.tsx';
import type { DayPanelProps } from './day-panel.tsx';

/** Loaded when it is first opened, with the calendar. */
const DayPanel = lazyPart(async () => (await import('./day-panel.tsx')).DayPanel);

interface DayPopoverProps extends DayPanelProps {
  /** The name of the popover. */
  label: string;
  position: 'bottom-start' | 'bottom-end';
  /** Returns the button that opens and closes the popover. */
  target: (toggle: () => void) => ReactNode;
}

/** A button that opens a popover with common points in time, and a calendar for any day. */
export function DayPopover({ label, position, target, onChoose, ...panel }: DayPopoverProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      position={position}
      shadow="md"
      trapFocus
      returnFocus
      opened={isOpen}
      onChange={setIsOpen}
    >
      <Popover.Target>{target(() => setIsOpen(!isOpen))}</Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        <Suspense fallback={<Skeleton width="26.5rem" height="21rem" />}>
          <DayPanel
            {...panel}
            onChoose={(value) => {
              onChoose(value);
              setIsOpen(false);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
