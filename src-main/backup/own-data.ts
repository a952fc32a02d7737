import type { AccountSettings } from '../../src-shared/account-settings.ts';
import type { Annotation } from '../../src-shared/annotations.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import { tagKey } from '../../src-shared/tag-key.ts';
import type { AccountsFile } from '../accounts/accounts-file.ts';
import type { Connections } from '../accounts/connections.ts';
import type { AccountSettingsFile } from '../preferences/account-settings-file.ts';
import type { PreferencesFile } from '../preferences/preferences-file.ts';
import type { ViewsFile } from '../views/views-file.ts';
import { changeViews, type ViewChanges } from './merge-views.ts';

/** Annotations and names of owners, with their lists. `null` removes one. */
export interface AnnotationsAndNames {
  annotations: readonly { listId: string; tenantId: string; annotation: Annotation | null }[];
  ownerNames: readonly { listId: string; ownerId: string; name: string | null }[];
}

/** Changes of everything that is the user's own. */
export interface OwnDataChange {
  marks: AnnotationsAndNames;
  /** Other views stay, such as those that the user has saved since a restore that is undone. */
  views: ViewChanges;
  /** By account, with `allAccounts`. The settings of other accounts stay. */
  settings: ReadonlyMap<string, AccountSettings>;
  /** `null` keeps the preferences. */
  preferences: Preferences | null;
}

export interface OwnDataParts {
  accountsFile: AccountsFile;
  connections: Connections;
  accountSettings: AccountSettingsFile;
  preferences: PreferencesFile;
  views: ViewsFile;
  /** Sets annotations and names in one transaction. Returns those before. */
  replaceAnnotations: (marks: AnnotationsAndNames) => Promise<AnnotationsAndNames>;
  /** Called after the preferences were saved. */
  onPreferences: (preferences: Preferences) => void;
}

/**
 * Changes the user's own data. Skips the data of accounts that do not exist. If a part cannot be saved, the parts
 * before it are restored.
 *
 * @returns the change that undoes this one. @throws AppError from the annotations, or with a file code
 */
export async function changeOwnData(
  { marks, views, settings, preferences }: OwnDataChange,
  parts: OwnDataParts,
): Promise<OwnDataChange> {
  const exists = (accountId: string) => parts.accountsFile.has(accountId);
  const before = {
    views: viewsBefore(views, parts.views),
    settings: new Map([...settings.keys()].map((id) => [id, parts.accountSettings.get(id)])),
    preferences: preferences && parts.preferences.get(),
  };
  const saveViews = (changes: ViewChanges) =>
    parts.views.update((present) => changeViews(present, changes).views, exists);
  const marksBefore = await parts.replaceAnnotations(ofPresentLists(marks, parts.connections));
  try {
    await saveViews(views);
    await parts.accountSettings.updateAll(settings, exists);
    if (preferences !== null) await parts.preferences.save(preferences);
  } catch (error) {
    await Promise.allSettled([
      parts.replaceAnnotations(marksBefore),
      saveViews(before.views),
      parts.accountSettings.updateAll(before.settings, exists),
    ]);
    throw error;
  }
  if (preferences !== null) parts.onPreferences(preferences);
  return { marks: marksBefore, ...before };
}

/** Returns the marks that are not as they were written, because the user has changed them since. */
export function findChangedSince(
  current: AnnotationsAndNames,
  written: AnnotationsAndNames,
): AnnotationsAndNames {
  const annotations = new Map(
    written.annotations.map(({ listId, tenantId, annotation }) => [
      JSON.stringify([listId, tenantId]),
      toComparable(annotation),
    ]),
  );
  const names = new Map(
    written.ownerNames.map(({ listId, ownerId, name }) => [
      JSON.stringify([listId, ownerId]),
      name,
    ]),
  );
  return {
    annotations: current.annotations.filter(
      ({ listId, tenantId, annotation }) =>
        annotations.get(JSON.stringify([listId, tenantId])) !== toComparable(annotation),
    ),
    ownerNames: current.ownerNames.filter(
      ({ listId, ownerId, name }) => names.get(JSON.stringify([listId, ownerId])) !== name,
    ),
  };
}

/** Tags are compared by their keys: a tag that was in use has kept its spelling. */
function toComparable(annotation: Annotation | null): string {
  const { isStarred = false, note = '', tags = [] } = annotation ?? {};
  return JSON.stringify([isStarred, note, [...new Set(tags.map(tagKey))].toSorted()]);
}

/** Returns the changes that undo changes of views. */
function viewsBefore(changes: ViewChanges, file: ViewsFile): ViewChanges {
  const present = new Map(file.all().map((view) => [view.viewId, view]));
  return new Map([...changes.keys()].map((viewId) => [viewId, present.get(viewId) ?? null]));
}

function ofPresentLists(
  { annotations, ownerNames }: AnnotationsAndNames,
  connections: Connections,
): AnnotationsAndNames {
  const listIds = new Set(connections.savedLists(allAccounts).map(({ listId }) => listId));
  return {
    annotations: annotations.filter(({ listId }) => listIds.has(listId)),
    ownerNames: ownerNames.filter(({ listId }) => listIds.has(listId)),
  };
}
