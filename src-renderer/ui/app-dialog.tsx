import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface AppDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/** A dialog over the list, the same in size, looks and manners wherever one opens. */
export function AppDialog({ opened, onClose, title, children }: AppDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
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
