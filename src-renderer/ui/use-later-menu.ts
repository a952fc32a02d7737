import { useState } from 'react';

/**
 * Returns the state of a menu or popover whose dropdown is inside of `Later`, as props for both. The menu opens once the
 * dropdown is mounted, because Mantine returns the focus only from a dropdown that was mounted before it opened.
 *
 * @param onOpen called when the user opens or closes the menu.
 */
export function useLaterMenu(onOpen?: (isOpen: boolean) => void) {
  const [isOpen, setIsOpen] = useState(false);
  const [isReady, setIsReady] = useState(false);
  const open = (willBeOpen: boolean) => {
    setIsOpen(willBeOpen);
    onOpen?.(willBeOpen);
  };
  return {
    isOpen,
    open,
    menu: { opened: isOpen && isReady, onChange: open },
    later: { isWanted: isOpen, onReady: () => setIsReady(true) },
  };
}
