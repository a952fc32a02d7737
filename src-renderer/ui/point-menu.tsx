import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';

/** In CSS pixels from the window's upper left corner. */
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

/** A menu that opens where the pointer is. Drawn only while it is open. */
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
      // Not a key: that is how it was opened.
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
