import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

interface IconButtonProps {
  /** Its name, for the tooltip and for whoever hears the screen. */
  label: string;
  /** Not now. It stays where the keyboard is, so that paging on does not lose one's place. */
  unavailable?: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** A button that is only an icon. */
export function IconButton({ label, unavailable = false, onClick, children }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={label}
        aria-disabled={unavailable}
        {...(unavailable && { 'data-disabled': true, bg: 'transparent' })}
        onClick={() => {
          if (!unavailable) onClick();
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
