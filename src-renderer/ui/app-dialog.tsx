import { Modal } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface AppDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Called when the dialog has faded out. */
  onClosed?: (() => void) | undefined;
  title: string;
  /** The width, in pixels at the default zoom. */
  size?: number;
  /** Whether the user enters something. A click beside the dialog then does not close it, because it would be lost. */
  hasInput?: boolean;
  children: ReactNode;
}

/** A modal dialog in the app's common size and style. */
export function AppDialog(props: AppDialogProps) {
  const { opened, onClose, onClosed, title, size = 520, hasInput = false, children } = props;
  const { t } = useTranslation();
  // Mantine returns the focus on close only to a Modal that was mounted before it opened, so it is closed at first.
  const isMounted = useMounted();
  return (
    <Modal
      opened={opened && isMounted}
      onClose={onClose}
      {...(onClosed && { onExitTransitionEnd: onClosed })}
      title={title}
      // See isDialogOpen.
      data-closing={!opened || undefined}
      closeButtonProps={{ 'aria-label': t('screens.common.close') }}
      size={size}
      closeOnClickOutside={!hasInput}
      // Not centered, so that it does not move when its content grows.
      yOffset="8dvh"
      padding="lg"
      radius="lg"
      overlayProps={{ backgroundOpacity: 0.35 }}
      styles={{
        title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 600, lineHeight: 1.3 },
      }}
      transitionProps={{ duration: 120 }}
    >
      {children}
    </Modal>
  );
}
