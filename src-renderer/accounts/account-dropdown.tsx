import { Group, Kbd, Menu } from '@mantine/core';
import { IconCheck, IconPlus, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { accountCommands } from '../../src-shared/commands.ts';
import { useShortcutText } from '../commands/use-shortcut-text.ts';
import { AccountLine } from './account-line.tsx';
import { UnseenBadge } from './unseen-badge.tsx';

export interface AccountSwitcherProps {
  accounts: readonly Account[];
  /** The shown account; `null` if all accounts are shown as one. */
  shown: Account | null;
  onShow: (accountId: string) => void;
  onAdd: () => void;
  onManage: () => void;
}

interface AccountDropdownProps extends AccountSwitcherProps {
  /** Returns the number of unseen changes of some accounts. */
  countUnseen: (isCounted: (accountId: string) => boolean) => number;
}

/** The menu of all accounts. */
export function AccountDropdown(props: AccountDropdownProps) {
  const { accounts, shown, onShow, onAdd, onManage, countUnseen } = props;
  const { t } = useTranslation();
  const shortcutText = useShortcutText();
  const isOnlyAccount = accounts.length === 1;
  return (
    <Menu.Dropdown>
      <Menu.RadioGroup value={shown?.accountId ?? allAccounts} onChange={onShow}>
        {!isOnlyAccount && (
          <Menu.RadioItem
            value={allAccounts}
            closeMenuOnClick
            checkIcon={<IconCheck size={14} />}
            rightSection={<UnseenBadge count={countUnseen(() => true)} />}
          >
            <Group gap="xs" wrap="nowrap">
              {/* The margin makes the icon as wide as the dots below it. */}
              <IconUsers size={14} style={{ marginInline: -2 }} />
              {t('commands.allAccounts')}
            </Group>
          </Menu.RadioItem>
        )}
        {accounts.map((account, index) => (
          <Menu.RadioItem
            key={account.accountId}
            value={account.accountId}
            closeMenuOnClick
            checkIcon={<IconCheck size={14} />}
            rightSection={
              <Group gap={6} wrap="nowrap">
                <UnseenBadge count={countUnseen((id) => id === account.accountId)} />
                {index < accountCommands.length && (
                  <Kbd size="xs">{shortcutText(`mod+${index + 1}`)}</Kbd>
                )}
              </Group>
            }
          >
            <AccountLine account={account} />
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.Item leftSection={<IconPlus size={14} />} onClick={onAdd}>
        {t('accounts.add')}
      </Menu.Item>
      <Menu.Item leftSection={<IconUsers size={14} />} onClick={onManage}>
        {t('accounts.manage')}
      </Menu.Item>
    </Menu.Dropdown>
  );
}
