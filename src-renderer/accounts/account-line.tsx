import { Group, Stack, Text } from '@mantine/core';
import type { Account } from '../../src-shared/account.ts';
import { hostOf } from '../../src-shared/host-of.ts';
import { AccountDot } from './account-dot.tsx';
import { SampleBadge } from './sample-badge.tsx';

/** An account in a menu: its dot, its name and its server. */
export function AccountLine({ account }: { account: Account }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <AccountDot color={account.color} />
      <Stack gap={0} miw={0}>
        <Text>{account.name}</Text>
        {account.kind === 'partner' && (
          <Text size="xs" c="dimmed">
            {hostOf(account.baseUrl)}
          </Text>
        )}
      </Stack>
      {account.kind === 'sample' && <SampleBadge />}
    </Group>
  );
}
