import { Alert, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { savedOf } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { SteadyButton } from '../ui/steady-button.tsx';

interface ShrunkListProps {
  accountId: string;
  /** What the list consists of. */
  records: RecordKind;
  /** The number of saved records. */
  tenants: number;
  run: NonNullable<SavedListStatus['shrunkRun']>;
  onDecided: () => void;
}

/** A banner about a server's list that is much shorter than the saved one. The user decides which of them to keep. */
export function ShrunkList({ accountId, records, tenants, run, onDecided }: ShrunkListProps) {
  const { t } = useTranslation();
  const call = useCall();
  const client = useQueryClient();
  const decision = useMutation({
    mutationFn: (use: boolean) =>
      call('decideShrunkList', { accountId, records, runId: run.runId, use }),
    onSuccess: async () => {
      onDecided();
      await Promise.all(
        [accountId, allAccounts].map((each) =>
          client.invalidateQueries({ queryKey: savedOf(each) }),
        ),
      );
    },
  });
  const choices = [
    { label: t('shrunk.keep'), use: false },
    { label: t('shrunk.use'), use: true },
  ];
  return (
    <Alert
      color="yellow"
      radius={0}
      py="xs"
      role="alert"
      icon={<IconAlertTriangle size={18} />}
      styles={{ wrapper: { alignItems: 'center' } }}
    >
      <Group gap="sm" justify="space-between">
        <div style={{ flex: '1 1 14rem' }}>
          {t('shrunk.title', {
            ...{ count: tenants, rows: run.rows, context: records },
          })}
        </div>
        <Group gap="xs">
          {choices.map(({ label, use }) => (
            <SteadyButton
              key={label}
              size="xs"
              variant="default"
              isPending={decision.isPending && decision.variables === use}
              unavailable={decision.isPending}
              onClick={() => decision.mutate(use)}
            >
              {label}
            </SteadyButton>
          ))}
        </Group>
      </Group>
      {decision.error && <ErrorAlert error={decision.error} mt="xs" />}
    </Alert>
  );
}
