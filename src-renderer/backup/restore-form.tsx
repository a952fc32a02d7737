import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { AccountInBackup, BackupPreview, RestoredBackup } from '../../src-shared/backup.ts';
import { hostOf } from '../../src-shared/host-of.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { SteadyButton } from '../ui/steady-button.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';

/** The value of the menu for an account that is not restored. */
const leaveOut = '';

const counts = ['stars', 'notes', 'tags', 'ownerNames', 'views'] as const;

interface RestoreFormProps {
  preview: BackupPreview;
  /** The accounts on this computer. */
  accounts: readonly Account[];
  onCancel: () => void;
  onRestored: (restored: RestoredBackup, backupId: string) => Promise<void>;
}

/** Asks for each account in the file which account on this computer it is restored to. */
export function RestoreForm({ preview, accounts, onCancel, onRestored }: RestoreFormProps) {
  const { t } = useTranslation();
  const call = useCall();
  const formatDate = useDateFormat();
  const { backupId, sharedViews, invalidEntries } = preview;
  const [targets, setTargets] = useState(
    () => new Map(preview.accounts.map((one) => [one.accountId, one.suggestedId ?? leaveOut])),
  );
  const [withSettings, setWithSettings] = useState(false);
  const chosen = [...targets]
    .map(([accountId, targetId]) => ({ accountId, targetId }))
    .filter(({ targetId }) => targetId !== leaveOut);
  const restore = useMutation({
    mutationFn: async () => {
      const restored = await call('restoreBackup', { backupId, accounts: chosen, withSettings });
      await onRestored(restored, backupId);
    },
  });
  const optionsOf = (accountId: string) => [
    { value: leaveOut, label: t('backup.leaveOut') },
    ...accounts.map((account) => ({
      value: account.accountId,
      label: nameOf(account.name, account.kind === 'partner' ? account.baseUrl : null),
      // Only one account of the file can be restored to each account.
      disabled: chosen.some(
        (other) => other.targetId === account.accountId && other.accountId !== accountId,
      ),
    })),
  ];
  return (
    <Stack gap="md">
      <div>
        <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
          {preview.fileName}
        </Text>
        <Text size="sm" c="dimmed">
          {t('backup.savedAt', { time: formatDate(preview.savedAt) })}
        </Text>
      </div>
      {preview.accounts.map((account, index) => (
        <NativeSelect
          key={account.accountId}
          label={t('backup.account', { name: nameOf(account.name, account.baseUrl) })}
          description={describe(t, account)}
          data={optionsOf(account.accountId)}
          value={targets.get(account.accountId) ?? leaveOut}
          data-autofocus={index === 0 || undefined}
          onChange={(event) => {
            const targetId = event.currentTarget.value;
            setTargets((before) => new Map(before).set(account.accountId, targetId));
          }}
        />
      ))}
      {sharedViews > 0 && <Text size="sm">{t('backup.sharedViews', { count: sharedViews })}</Text>}
      {invalidEntries > 0 && (
        <Text size="sm">{t('backup.invalidEntries', { count: invalidEntries })}</Text>
      )}
      <Checkbox
        label={t('backup.withSettings')}
        description={t('backup.withSettingsHint')}
        checked={withSettings}
        onChange={(event) => setWithSettings(event.currentTarget.checked)}
      />
      <Text size="sm">{t('backup.rules')}</Text>
      {restore.error && <ErrorAlert error={restore.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t('screens.common.cancel')}
        </Button>
        <SteadyButton
          unavailable={chosen.length === 0 && sharedViews === 0 && !withSettings}
          isPending={restore.isPending}
          onClick={() => restore.mutate()}
        >
          {t('backup.restore')}
        </SteadyButton>
      </Group>
    </Stack>
  );
}

/** Names an account with its server, because two accounts can have the same name. */
function nameOf(name: string, baseUrl: string | null): string {
  return baseUrl === null ? name : `${name} (${hostOf(baseUrl)})`;
}

/** Returns what the file contains for an account: `12 notes · 3 tags`. */
function describe(t: TFunction, account: AccountInBackup): string {
  const parts = counts
    .filter((each) => account[each] > 0)
    .map((each) => t(`backup.${each}`, { count: account[each] }));
  return parts.length === 0 ? t('backup.nothing') : parts.join(' · ');
}
