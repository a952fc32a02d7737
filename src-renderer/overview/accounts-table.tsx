import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { errorTextKey } from '../../src-shared/error-text-key.ts';
import type { AccountTotals, Overview } from '../../src-shared/facets.ts';
import { AccountDot } from '../accounts/account-dot.tsx';
import { useClock } from '../ui/clock-context.ts';
import type { ShownError } from '../ui/error-alert.tsx';
import { formatWhen } from '../ui/format-when.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import { useLanguage } from '../ui/use-language.ts';
import { useNow } from '../ui/use-now.ts';
import { useNumberFormat } from '../ui/use-number-format.ts';
import classes from './accounts-table.module.css';
import { countOf, listStatuses, sumAccounts } from './growth.ts';
import { statusName } from './status-names.ts';

interface AccountsTableProps {
  overview: Overview;
  accounts: readonly Account[];
  /** Why the last refresh of an account failed, by account id. */
  failures: ReadonlyMap<string, ShownError>;
  onShowAccount: (accountId: string) => void;
}

/** The totals of each account and of all together, and whose refresh failed. A click on a name shows the account. */
export function AccountsTable(props: AccountsTableProps) {
  const { overview, accounts, failures, onShowAccount } = props;
  const { t } = useTranslation();
  const statuses = listStatuses(overview.accounts);
  const rows = overview.accounts.flatMap((totals) => {
    const account = accounts.find(({ accountId }) => accountId === totals.accountId);
    return account === undefined ? [] : [{ account, totals }];
  });
  return (
    <section className={classes.part} aria-label={t('screens.overview.views.accounts')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('screens.overview.columns.account')}</th>
            <th scope="col">{t('screens.overview.columns.tenants')}</th>
            {statuses.map((status) => (
              <th key={status} scope="col">
                {statusName(t, status)}
              </th>
            ))}
            <th scope="col">{t('screens.overview.newThisMonth')}</th>
            <th scope="col">{t('screens.overview.goneThisMonth')}</th>
            <th scope="col">{t('screens.overview.columns.refreshed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ account, totals }) => (
            <tr key={account.accountId}>
              <th scope="row">
                <UnstyledButton
                  className={classes.name}
                  onClick={() => onShowAccount(account.accountId)}
                >
                  <AccountDot color={account.color} />
                  {account.name}
                </UnstyledButton>
              </th>
              <Counts totals={totals} statuses={statuses} />
              <td>
                <Failure error={failures.get(account.accountId)} />
                {totals.fetchedAt !== null && <TimeAgo time={totals.fetchedAt} />}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('commands.allAccounts')}</th>
            <Counts totals={sumAccounts(overview.accounts)} statuses={statuses} />
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface CountsProps {
  totals: Omit<AccountTotals, 'accountId' | 'fetchedAt'>;
  statuses: readonly (string | null)[];
}

function Counts({ totals, statuses }: CountsProps) {
  const formatNumber = useNumberFormat();
  return (
    <>
      <td>{formatNumber(totals.total)}</td>
      {statuses.map((status) => (
        <td key={status}>{formatNumber(countOf(totals.statuses, status))}</td>
      ))}
      <td>{formatNumber(totals.newThisMonth)}</td>
      <td>{formatNumber(totals.goneThisMonth)}</td>
    </>
  );
}

/** Says that the last refresh failed, with the reason in a tooltip. */
function Failure({ error }: { error: ShownError | undefined }) {
  const { t } = useTranslation();
  if (error === undefined) return null;
  return (
    <span className={classes.failure} title={t(errorTextKey(error.code, error.records))}>
      <IconAlertTriangle size={14} aria-hidden="true" />
      {t('screens.overview.notRefreshed')}
    </span>
  );
}

/** How long ago a list was refreshed, with the exact time in a tooltip. */
function TimeAgo({ time }: { time: string }) {
  const language = useLanguage();
  const clock = useClock();
  const formatDate = useDateFormat();
  const { when, ago } = formatWhen(time, useNow(), language, clock);
  return <span title={`${formatDate(time)} (${clock.label})`}>{ago ?? when}</span>;
}
