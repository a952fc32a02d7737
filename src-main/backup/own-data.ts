import type { AccountSettings } from '../../src-shared/account-settings.ts';
import type { Annotation } from '../../src-shared/annotations.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { View } from '../../src-shared/views.ts';
import type { AccountsFile } from '../accounts/accounts-file.ts';
import type { Connections } from '../accounts/connections.ts';
import type { AccountSettingsFile } from '../preferences/account-settings-file.ts';
import type { PreferencesFile } from '../preferences/preferences-file.ts';
import type { ViewsFile } from '../views/views-file.ts';

/** Annotations and names of owners, with their lists. `null` removes one. */
export interface AnnotationsAndNames {
  annotations: readonly { listId: string; tenantId: string; annotation: Annotation | null }[];
  ownerNames: readonly { listId: string; ownerId: string; name: string | null }[];
}

/** Changes of everything that is the user's own. */
export interface OwnDataChange {
  marks: AnnotationsAndNames;
  /** Replaces all views. */
  views: readonly View[];
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
    views: parts.views.all(),
    settings: new Map([...settings.keys()].map((id) => [id, parts.accountSettings.get(id)])),
    preferences: preferences && parts.preferences.get(),
  };
  const marksBefore = await parts.replaceAnnotations(ofPresentLists(marks, parts.connections));
  try {
    await parts.views.save(views, exists);
    await parts.accountSettings.updateAll(settings, exists);
    if (preferences !== null) await parts.preferences.save(preferences);
  } catch (error) {
    await Promise.allSettled([
      parts.replaceAnnotations(marksBefore),
      parts.views.save(before.views, exists),
      parts.accountSettings.updateAll(before.settings, exists),
    ]);
    throw error;
  }
  if (preferences !== null) parts.onPreferences(preferences);
  return { marks: marksBefore, ...before };
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
