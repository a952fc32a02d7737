import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { errorTextKey } from '../../src-shared/error-text-key.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { AnswerFacts } from '../ui/error-alert.tsx';
import { useRefreshAll } from './use-refresh-all.ts';

interface FailedRefreshesProps {
  accounts: readonly Account[];
  /** What is on screen, and refreshed again. */
  records: RecordKind;
  onShowAccount: (accountId: string) => void;
}

/** A banner that lists the accounts that could not be refreshed. It appears when the refresh of all accounts has ended. */
export function FailedRefreshes({ accounts, records, onShowAccount }: FailedRefreshesProps) {
  const { t } = useTranslation();
  const { state, failed, startFailed, hideFailed } = useRefreshAll(accounts);
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
      onClose={hideFailed}
    >
      <Group gap="sm" justify="space-between" wrap="nowrap">
        <div>
          <Text size="sm" fw={600}>
            {t('screens.savedList.notRefreshed', { count: failed.length })}
          </Text>
          {failed.map(({ account: { accountId, name }, error }) => (
            <div key={accountId}>
              <Text size="sm">
                <Anchor
                  component="button"
                  type="button"
                  c="inherit"
                  underline="always"
                  onClick={() => onShowAccount(accountId)}
                >
                  {name}
                </Anchor>
                : {t(errorTextKey(error.code, error.records))}
              </Text>
              <AnswerFacts error={error} />
            </div>
          ))}
        </div>
        <Button
          size="xs"
          variant="default"
          style={{ flex: 'none' }}
          onClick={() => startFailed(records)}
        >
          {t('screens.common.tryAgain')}
        </Button>
      </Group>
    </Alert>
  );
}
