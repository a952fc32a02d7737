import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';

/** A point in the window, in CSS pixels from its upper left corner. */
export interface Point {
  x: number;
  y: number;
}

interface PointMenuProps {
  at: Point;
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** A context menu at the pointer. It is rendered only while it is open. */
export function PointMenu({ at, label, onClose, children }: PointMenuProps) {
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={2}
      width={290}
      shadow="md"
      returnFocus={false}
      // The default events include key presses, but a key may have opened the menu.
      clickOutsideEvents={['mousedown', 'touchstart']}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <div aria-hidden="true" style={{ position: 'fixed', left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
    </Menu>
  );
}
