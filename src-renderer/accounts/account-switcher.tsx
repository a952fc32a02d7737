import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCall } from '../bridge/bridge-context.ts';
import { lazyPart } from '../texts/lazy-part.tsx';
import type { AccountSwitcherProps } from './account-dropdown.tsx';
import { AccountDot } from './account-dot.tsx';
import { unseenQuery } from '../queries/unseen-query.ts';
import { SampleBadge } from './sample-badge.tsx';
import { Later } from '../ui/later.tsx';
import { useLaterMenu } from '../ui/use-later-menu.ts';
import { UnseenElsewhere } from './unseen-badge.tsx';

const AccountDropdown = lazyPart(
  async () => (await import('./account-dropdown.tsx')).AccountDropdown,
);

/** A button with the name of the shown account. It opens a menu of all accounts. */
export function AccountSwitcher(props: AccountSwitcherProps) {
  const { accounts, shown, onAdd } = props;
  const { t } = useTranslation();
  const { data: unseen = [] } = useQuery(unseenQuery(useCall()));
  const countUnseen = (isCounted: (accountId: string) => boolean) =>
    unseen.reduce((sum, { accountId, changes }) => sum + (isCounted(accountId) ? changes : 0), 0);
  const { menu, later } = useLaterMenu();
  const isOnlyAccount = accounts.length === 1;
  const name = shown?.name ?? t('commands.allAccounts');
  return (
    <Group gap="xs" wrap="nowrap" miw={0}>
      <Menu position="bottom-start" width={320} shadow="md" {...menu}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            c="var(--mantine-color-text)"
            maw={320}
            // See keepFocus.
            data-screen-focus
            aria-label={t('accounts.switch', { name })}
            leftSection={shown ? <AccountDot color={shown.color} /> : <IconUsers size={14} />}
            rightSection={
              <Group gap={6} wrap="nowrap">
                {shown && <UnseenElsewhere count={countUnseen((id) => id !== shown.accountId)} />}
                <IconChevronDown size={14} />
              </Group>
            }
          >
            <Text span inherit truncate title={name}>
              {name}
            </Text>
          </Button>
        </Menu.Target>
        <Later {...later}>
          <AccountDropdown {...props} countUnseen={countUnseen} />
        </Later>
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
