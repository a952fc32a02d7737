import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';

interface IconButtonProps {
  /** The hint, also the name for screen readers. */
  label: string;
  /** Disabled, but still focusable: the keyboard focus stays on a pager button when the last page is reached. */
  unavailable?: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** A button with an icon and no text. */
export function IconButton({ label, unavailable = false, onClick, children }: IconButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={30}
      aria-label={label}
      data-hint={label}
      aria-disabled={unavailable}
      {...(unavailable && { 'data-disabled': true, bg: 'transparent' })}
      onClick={() => {
        if (!unavailable) onClick();
      }}
    >
      {children}
    </ActionIcon>
  );
}
