import { Button, Group, Kbd, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { accountCommands } from '../../src-shared/commands.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useShortcutText } from '../commands/use-shortcut-text.ts';
import { AccountDot } from './account-dot.tsx';
import { AccountLine } from './account-line.tsx';
import { unseenQuery } from '../queries/unseen-query.ts';
import { SampleBadge } from './sample-badge.tsx';
import { UnseenBadge, UnseenElsewhere } from './unseen-badge.tsx';

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
  const { data: unseen = [] } = useQuery(unseenQuery(useCall()));
  const countUnseen = (isCounted: (accountId: string) => boolean) =>
    unseen.reduce((sum, { accountId, changes }) => sum + (isCounted(accountId) ? changes : 0), 0);
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
            rightSection={
              <Group gap={6} wrap="nowrap">
                {shown && <UnseenElsewhere count={countUnseen((id) => id !== shown.accountId)} />}
                <IconChevronDown size={14} />
              </Group>
            }
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
