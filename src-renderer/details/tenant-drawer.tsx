import { Drawer, Group } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { kindOf } from '../../src-shared/record-values.ts';
import { useAnnotations } from '../annotations/annotations-provider.tsx';
import type { AccountKey } from '../bridge/account-key.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { accountOf } from '../values/account-of.ts';
import { TenantDetails, type ShownOwner } from './tenant-details.tsx';

interface TenantDrawerProps {
  accountKey: AccountKey;
  /** All accounts, if their lists are shown as one; else `null`. */
  accounts: readonly Account[] | null;
  /** The opened tenant, also while the drawer closes; `null` before the first one. */
  tenant: ListedRecord | null;
  /** The moment in the past that `tenant` is of, in words; `null` if it is of now. */
  past: string | null;
  /** The list shows changes. */
  isAboutChanges: boolean;
  opened: boolean;
  /** Called when the drawer closes. It does not move the focus, because the user may have gone to another row. */
  onClose: () => void;
  /** Shows the tenant of the row above, or below; `null` if there is none. */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  /** Why the tenant of another row could not be shown. */
  error: AppError | null;
  /** Shows another tenant or hotline. */
  onOpen: (tenant: ListedRecord) => void;
  /** Shows the list of an owner's tenants or hotlines. */
  onShowOwner: (owner: ShownOwner) => void;
}

/** A drawer with the details of a tenant. Alt+↑ and Alt+↓ show the tenants of the rows above and below. */
export function TenantDrawer(props: TenantDrawerProps) {
  const { accountKey, accounts, tenant, past, isAboutChanges } = props;
  const { opened, onClose, onPrevious, onNext, error } = props;
  const { t } = useTranslation();
  const context = accountKey.records ?? 'tenants';
  const content = useRef<HTMLDivElement>(null);
  const { hasOpenDialog } = useAnnotations();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: onPrevious, ArrowDown: onNext };
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    step[event.key]?.();
  };
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      returnFocus={false}
      closeOnEscape={!hasOpenDialog}
      data-closing={!opened || undefined}
      position="right"
      size={480}
      padding="lg"
      styles={{
        title: {
          fontSize: 'var(--mantine-font-size-lg)',
          fontWeight: 600,
          lineHeight: 1.3,
          overflowWrap: 'anywhere',
        },
      }}
      transitionProps={{ duration: 160 }}
    >
      <Drawer.Overlay backgroundOpacity={0.35} />
      {/* Mantine drops `onKeyDown`. */}
      <Drawer.Content ref={content} onKeyDownCapture={onKeyDown}>
        <Drawer.Header>
          <Drawer.Title>{tenant?.name.trim() === '' ? tenant.id : tenant?.name}</Drawer.Title>
          <Group gap={4} wrap="nowrap" ml="auto">
            <IconButton
              label={t('screens.details.previous', { context })}
              unavailable={onPrevious === null}
              onClick={() => onPrevious?.()}
            >
              <IconChevronUp size={18} />
            </IconButton>
            <IconButton
              label={t('screens.details.next', { context })}
              unavailable={onNext === null}
              onClick={() => onNext?.()}
            >
              <IconChevronDown size={18} />
            </IconButton>
          </Group>
          <Drawer.CloseButton ml={0} aria-label={t('screens.common.close')} />
        </Drawer.Header>
        <Drawer.Body>
          {error && <ErrorAlert error={error} mb="md" />}
          {tenant && (
            <TenantDetails
              // A link can have opened a hotline from the list of tenants, or the other way round.
              accountKey={{ ...accountKey, records: kindOf(tenant) }}
              {...{ tenant, past, isAboutChanges }}
              account={accountOf(accounts, tenant)}
              onOpen={(other) => {
                // The clicked link disappears with its tenant.
                content.current?.focus();
                content.current?.scrollTo({ top: 0 });
                props.onOpen(other);
              }}
              onShowOwner={props.onShowOwner}
            />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
