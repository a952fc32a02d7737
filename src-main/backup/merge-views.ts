import { allAccounts } from '../../src-shared/choices.ts';
import type { ListState } from '../../src-shared/account-settings.ts';
import type { FilterValues } from '../../src-shared/filter-values.ts';
import { mostViews } from '../../src-shared/limits.ts';
import type { View } from '../../src-shared/views.ts';

/** The accounts on this computer that are restored, by the accounts in the backup file. */
export type Targets = ReadonlyMap<string, string>;

/** Whether a view is shown in the list of all accounts, or in every list. */
export function isShared({ accountId }: View): boolean {
  return accountId === null || accountId === allAccounts;
}

/** Changes of views, by their ids. `null` removes a view. */
export type ViewChanges = ReadonlyMap<string, View | null>;

/** Returns the changes that add the views of a backup file. Leaves out views of accounts that are not restored. */
export function toViewChanges(saved: readonly View[], targets: Targets): ViewChanges {
  const changes = new Map<string, View>();
  for (const view of saved) {
    const accountId = isShared(view) ? view.accountId : targets.get(view.accountId ?? '');
    if (accountId === undefined) continue;
    changes.set(view.viewId, { ...view, accountId, shown: moveAccounts(view.shown, targets) });
  }
  return changes;
}

/**
 * Changes some views. A view with the same id is replaced in its place, and other new views are added at the end.
 *
 * @returns the views, and how many did not fit.
 */
export function changeViews(
  present: readonly View[],
  changes: ViewChanges,
): { views: View[]; leftOut: number } {
  const changed = new Map(present.map((view) => [view.viewId, view]));
  for (const [viewId, view] of changes) {
    if (view === null) changed.delete(viewId);
    else changed.set(viewId, view);
  }
  const views = [...changed.values()];
  return { views: views.slice(0, mostViews), leftOut: Math.max(0, views.length - mostViews) };
}

/** Replaces the accounts in the filters of a list by those that are restored. */
export function moveListState(state: ListState, targets: Targets): ListState {
  const changedViews = state.changedViews.map((view) => moveAccounts(view, targets));
  return { ...moveAccounts(state, targets), changedViews };
}

function moveAccounts<List extends { filterValues: FilterValues }>(
  list: List,
  targets: Targets,
): List {
  const { filterValues } = list;
  const accountIds = filterValues.accountIds.map((id) => targets.get(id) ?? id);
  return { ...list, filterValues: { ...filterValues, accountIds: [...new Set(accountIds)] } };
}
