import { ActionIcon, Group, Stack } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { guardFormula } from '../../src-shared/guard-formula.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { kindOf, valueOf } from '../../src-shared/record-values.ts';
import { fieldsInOrder } from '../../src-shared/tenant-fields.ts';
import { useAnnotations } from '../annotations/annotations-provider.tsx';
import { AccountDot } from '../accounts/account-dot.tsx';
import { useClock } from '../ui/clock-context.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Facts } from '../ui/facts.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';
import { columnName } from '../values/field-name.ts';
import { CopyAllButton } from './copy-all-button.tsx';
import classes from './tenant-facts.module.css';
import { tenantText } from './tenant-text.ts';
import { TenantValue } from './tenant-value.tsx';

interface TenantFactsProps {
  tenant: ListRecord;
  /** The user's own name of the owner, if there is one. */
  ownerName: string | undefined;
  /** The account that is shown, or all accounts. */
  accountId: string;
  /** The account of the tenant, if all accounts are shown. */
  account: Account | undefined;
}

/**
 * All fields of a tenant, each with a button that copies the server's value, guarded for spreadsheets, and a button that
 * copies all of them.
 */
export function TenantFacts({ tenant, ownerName, account, accountId }: TenantFactsProps) {
  const { t } = useTranslation();
  const formatDate = useDateFormat();
  const clock = useClock();
  const accountFact = account && {
    name: t('tenants.account'),
    value: (
      <Group gap={6} wrap="nowrap">
        <AccountDot color={account.color} />
        {account.name}
      </Group>
    ),
  };
  const fieldFacts = fieldsInOrder[kindOf(tenant)].map((field) => {
    const name = columnName(t, field);
    const value = valueOf(tenant, field);
    return {
      name,
      value: (
        <span className={classes.value}>
          <span className={classes.text}>
            {field === 'ownerId' && ownerName !== undefined && <div>{ownerName}</div>}
            <TenantValue field={field} value={value} t={t} formatDate={formatDate} />
          </span>
          {value !== null && value !== '' && (
            <>
              {field === 'ownerId' && (
                <OwnerButton accountId={accountId} ownerId={value} name={ownerName ?? ''} />
              )}
              {/* Last, so that the copy buttons are below each other. */}
              <CopyButton name={name} value={guardFormula(value, 'none')} />
            </>
          )}
        </span>
      ),
    };
  });
  return (
    <Stack gap="sm" align="flex-start">
      <Facts
        nameWidth="9rem"
        facts={accountFact === undefined ? fieldFacts : [accountFact, ...fieldFacts]}
      />
      <CopyAllButton text={tenantText(tenant, { account, ownerName, t, clock, formatDate })} />
    </Stack>
  );
}

/** A button that opens the dialog for the owner's name. */
function OwnerButton(owner: { accountId: string; ownerId: string; name: string }) {
  const { t } = useTranslation();
  const { openOwnerDialog } = useAnnotations();
  const label = t(owner.name === '' ? 'marks.owner.name' : 'marks.owner.rename');
  return (
    <ActionIcon
      data-hint={label}
      variant="subtle"
      color="gray"
      size={24}
      aria-label={label}
      onClick={() => openOwnerDialog(owner)}
    >
      <IconPencil size={14} />
    </ActionIcon>
  );
}
