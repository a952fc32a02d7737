import { Box, Group, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { maximumNameLength } from '../../src-shared/choices.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { ColorMenu } from './color-menu.tsx';
import { RemoveAccountConfirmation } from './remove-account-confirmation.tsx';
import { SampleBadge } from './sample-badge.tsx';
import type { Accounts } from './use-accounts.ts';

interface AccountRowProps {
  account: Account;
  onChanged: (account: Account) => void;
  onRemoved: Accounts['remove'];
}

/** An account in the settings: its color and name, saved when they change, and a button that removes it. */
export function AccountRow({ account, onChanged, onRemoved }: AccountRowProps) {
  const { t } = useTranslation();
  const call = useCall();
  const { accountId, name, color } = account;
  const input = useRef<HTMLInputElement>(null);
  const [isConfirming, setIsConfirming] = useState(false);
  const change = useMutation({
    mutationFn: (changes: Partial<Pick<Account, 'name' | 'color'>>) =>
      call('changeAccount', { accountId, name, color, ...changes }),
    onSuccess: onChanged,
  });

  /** Saves the typed name. An empty name is replaced by the account's current name. */
  const rename = () => {
    if (input.current === null) return;
    const typed = input.current.value.trim();
    input.current.value = typed === '' ? name : typed;
    if (typed !== '' && typed !== name) change.mutate({ name: typed });
  };

  return (
    <Box component="li">
      <Group gap="xs" wrap="nowrap">
        <ColorMenu
          color={color}
          label={t('accounts.colorOf', { name })}
          onChange={(chosen) => change.mutate({ color: chosen })}
        />
        <TextInput
          ref={input}
          flex={1}
          size="xs"
          aria-label={t('accounts.nameOf', { name })}
          defaultValue={name}
          maxLength={maximumNameLength}
          autoComplete="off"
          rightSection={account.kind === 'sample' && <SampleBadge />}
          rightSectionWidth="auto"
          onBlur={rename}
          onKeyDown={(event) => {
            // While an input method composes a letter, Enter belongs to the input method.
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) rename();
          }}
        />
        <IconButton label={t('accounts.remove', { name })} onClick={() => setIsConfirming(true)}>
          <IconTrash size={16} />
        </IconButton>
      </Group>
      {change.error && <ErrorAlert error={change.error} mt="xs" />}
      {isConfirming && (
        <RemoveAccountConfirmation
          account={account}
          onRemoved={({ shownAccountId }) => onRemoved(accountId, shownAccountId)}
          onCancel={() => setIsConfirming(false)}
        />
      )}
    </Box>
  );
}
