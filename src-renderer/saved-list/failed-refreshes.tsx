import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { useRefreshAll } from './use-refresh-all.ts';

interface FailedRefreshesProps {
  accounts: readonly Account[];
  /** Shows an account, where there is more about it and what to do. */
  onShow: (accountId: string) => void;
}

/** Which accounts could not be refreshed, and why; said when all have had their turn. */
export function FailedRefreshes({ accounts, onShow }: FailedRefreshesProps) {
  const { t } = useTranslation();
  const { state, failed, startFailed, dismiss } = useRefreshAll(accounts);
  if (state.status === 'running' || failed.length === 0) return null;
  return (
    <Alert
      color="red"
      radius={0}
      py="xs"
      role="alert"
      icon={<IconAlertTriangle size={18} />}
      withCloseButton
      closeButtonLabel={t('screens.common.dismissNotice')}
      onClose={dismiss}
    >
      <Group gap="sm" justify="space-between" wrap="nowrap">
        <div>
          <Text size="sm" fw={600}>
            {t('screens.savedList.notRefreshed', { count: failed.length })}
          </Text>
          {failed.map(({ account: { accountId, name }, error }) => (
            <Text key={accountId} size="sm">
              <Anchor
                component="button"
                type="button"
                c="inherit"
                underline="always"
                onClick={() => onShow(accountId)}
              >
                {name}
              </Anchor>
              : {t(`errors.${error.code}`)}
            </Text>
          ))}
        </div>
        <Button size="xs" variant="default" style={{ flex: 'none' }} onClick={startFailed}>
          {t('screens.common.tryAgain')}
        </Button>
      </Group>
    </Alert>
  );
}
