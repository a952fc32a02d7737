import { Button, Group, Kbd, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPlus, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { accountCommands } from '../../src-shared/commands.ts';
import { useShortcutText } from '../commands/use-shortcut-text.ts';
import { AccountDot } from './account-dot.tsx';
import { AccountLine } from './account-line.tsx';
import { SampleBadge } from './sample-badge.tsx';

interface AccountSwitcherProps {
  accounts: readonly Account[];
  /** The shown account; `null` if all accounts are shown as one. */
  shown: Account | null;
  onShow: (accountId: string) => void;
  onAdd: () => void;
  onManage: () => void;
}

/** A button with the name of the shown account. It opens a menu of all accounts. */
export function AccountSwitcher(props: AccountSwitcherProps) {
  const { accounts, shown, onShow, onAdd, onManage } = props;
  const { t } = useTranslation();
  const shortcutText = useShortcutText();
  const isOnlyAccount = accounts.length === 1;
  const name = shown?.name ?? t('commands.allAccounts');
  return (
    <Group gap="xs" wrap="nowrap" miw={0}>
      <Menu position="bottom-start" width={320} shadow="md">
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            c="var(--mantine-color-text)"
            maw={320}
            aria-label={t('accounts.switch', { name })}
            leftSection={shown ? <AccountDot color={shown.color} /> : <IconUsers size={14} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup value={shown?.accountId ?? allAccounts} onChange={onShow}>
            {!isOnlyAccount && (
              <Menu.RadioItem
                value={allAccounts}
                closeMenuOnClick
                checkIcon={<IconCheck size={14} />}
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
                  index < accountCommands.length && (
                    <Kbd size="xs">{shortcutText(`mod+${index + 1}`)}</Kbd>
                  )
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
      </Menu>
      {shown?.kind === 'sample' && <SampleBadge />}
      {shown?.kind === 'sample' && isOnlyAccount && (
        <Button size="compact-xs" variant="subtle" onClick={onAdd}>
          {t('screens.connection.useYourKey')}
        </Button>
      )}
    </Group>
  );
}
