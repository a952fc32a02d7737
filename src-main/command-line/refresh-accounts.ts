import type { CommandResult } from './command.ts';
import { AccountsFailedError } from './command-error.ts';
import { describeFailure } from './describe-failure.ts';
import { describeList } from './describe-list.ts';
import { refreshInTurn, type TurnParts } from './refresh-in-turn.ts';

/**
 * Refreshes the lists of accounts, one after the other, and describes the result of each.
 *
 * @throws AccountsFailedError if the refresh of one of several accounts has failed, after all others were refreshed; the
 * error itself if there is only one account; AppError `canceled`.
 */
export async function refreshAccounts(
  accounts: Parameters<typeof refreshInTurn>[0],
  parts: TurnParts,
): Promise<Pick<CommandResult, 'output' | 'message'>> {
  const { translate, records } = parts;
  const printed: CommandResult['output'][] = [];
  const lines: string[] = [];
  let first: CommandResult | null = null;
  for (const outcome of await refreshInTurn(accounts, parts)) {
    const { accountId, name: account } = outcome.account;
    if ('run' in outcome) {
      const { kind, changes } = outcome.run;
      const list = await describeList(accountId, parts, records);
      printed.push({ account, ok: true, kind, changes: { ...changes }, ...list });
      lines.push(translate('commandLine.refreshed', { account, count: list.rows }));
    } else {
      if (accounts.length === 1) throw outcome.error;
      const failure = describeFailure(outcome.error, { account }, parts);
      printed.push(failure.output);
      lines.push(translate('commandLine.notRefreshed', { account, message: failure.message }));
      first ??= failure;
    }
  }
  const message = lines.join('\n');
  if (first !== null) throw new AccountsFailedError(message, first, printed);
  return { output: { accounts: printed }, message };
}
