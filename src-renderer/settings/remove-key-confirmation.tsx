import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface RemoveKeyConfirmationProps {
  isRemoving: boolean;
  onRemove: () => void;
  onCancel: () => void;
}

/** Asks before the key is removed, because the app cannot restore it. */
export function RemoveKeyConfirmation(props: RemoveKeyConfirmationProps) {
  const { isRemoving, onRemove, onCancel } = props;
  const { t } = useTranslation();
  return (
    <Alert color="red" mt="md">
      {t('screens.settings.forgetQuestion')}
      <Group gap="xs" mt="sm">
        <Button size="xs" color="red.8" loading={isRemoving} onClick={onRemove}>
          {t('screens.settings.forgetConfirm')}
        </Button>
        <Button size="xs" variant="default" autoFocus onClick={onCancel}>
          {t('screens.common.cancel')}
        </Button>
      </Group>
    </Alert>
  );
}
