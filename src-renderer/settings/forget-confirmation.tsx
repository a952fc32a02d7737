import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ForgetConfirmationProps {
  forgetting: boolean;
  onForget: () => void;
  onCancel: () => void;
}

/** Asks before the key is removed: nobody else has it at hand. */
export function ForgetConfirmation({ forgetting, onForget, onCancel }: ForgetConfirmationProps) {
  const { t } = useTranslation();
  return (
    <Alert color="red" mt="md">
      {t('screens.settings.removeKeyQuestion')}
      <Group gap="xs" mt="sm">
        <Button size="xs" color="red.8" loading={forgetting} onClick={onForget}>
          {t('screens.settings.removeKey')}
        </Button>
        <Button size="xs" variant="default" autoFocus onClick={onCancel}>
          {t('screens.common.cancel')}
        </Button>
      </Group>
    </Alert>
  );
}
