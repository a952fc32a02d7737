import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { AccountTotals, Overview } from '../../src-shared/facets.ts';
import { AccountDot } from '../accounts/account-dot.tsx';
import { useClock } from '../ui/clock-context.ts';
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
  onShowAccount: (accountId: string) => void;
}

/** The totals of each account and of all together. A click on a name shows the account. */
export function AccountsTable({ overview, accounts, onShowAccount }: AccountsTableProps) {
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
            <th scope="col">{t('screens.overview.columns.updated')}</th>
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
              <td>{totals.fetchedAt !== null && <TimeAgo time={totals.fetchedAt} />}</td>
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

/** How long ago a list was updated, with the exact time in a tooltip. */
function TimeAgo({ time }: { time: string }) {
  const language = useLanguage();
  const clock = useClock();
  const formatDate = useDateFormat();
  const { when, ago } = formatWhen(time, useNow(), language, clock);
  return <span title={`${formatDate(time)} (${clock.label})`}>{ago ?? when}</span>;
}
