import { Modal } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface AppDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/** A modal dialog in the app's common size and style. */
export function AppDialog({ opened, onClose, title, children }: AppDialogProps) {
  const { t } = useTranslation();
  // Mantine returns the focus on close only to a Modal that was mounted before it opened, so it is closed at first.
  const isMounted = useMounted();
  return (
    <Modal
      opened={opened && isMounted}
      onClose={onClose}
      title={title}
      // See isDialogOpen.
      data-closing={!opened || undefined}
      closeButtonProps={{ 'aria-label': t('screens.common.close') }}
      size={520}
      centered
      padding="lg"
      radius="lg"
      overlayProps={{ backgroundOpacity: 0.35 }}
      styles={{ title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 600 } }}
      transitionProps={{ duration: 120 }}
    >
      {children}
    </Modal>
  );
}
