import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Annotation } from '../src-shared/annotations.ts';
import { layoutSchema } from '../src-shared/account-settings.ts';
import { noFilter } from '../src-shared/filter-values.ts';
import { mostViews } from '../src-shared/limits.ts';
import type { View } from '../src-shared/views.ts';
import { listIdOf } from './list-ids.ts';
import type { AnnotationsAndNames } from './backup/own-data.ts';
import { startLists } from './list-worker/test-lists.ts';
import { defaults, startHandlers } from './test-handlers.ts';

export const context = { signal: new AbortController().signal, onProgress: () => undefined };
export const baseUrl = 'http://127.0.0.1:9/v1/partner';
export const apiKey = 'partner:4f1c7d0e93b84a6d';
export const layout = layoutSchema.parse({
  ...{ order: ['domain'], hidden: [], widths: { name: 300 }, pageSize: 25 },
});

/** Starts an app on a new computer, with one account whose server never answers. For tests only. */
export async function startComputer(name: string) {
  const lists = await startLists();
  const outside = { entries: new Map<string, string>(), keychainFault: null, leftLists: [] };
  const reported = { refreshed: [], preferences: [] };
  const dialogs = { saved: join(lists.folder, 'backup.json'), opened: '', suggested: '' };
  const { handlers } = await startHandlers(lists, outside, reported, {
    chooseFile: ({ defaultPath }) => {
      dialogs.suggested = defaultPath;
      return Promise.resolve(dialogs.saved);
    },
    chooseExistingFile: () => Promise.resolve(dialogs.opened),
  });
  const add = async (accountName: string) => {
    // No two accounts have the same key.
    const key = `${apiKey}${outside.entries.size}`;
    const request = { name: accountName, baseUrl, apiKey: key, keyStorage: 'keychain' } as const;
    return (await handlers.addAccount(request, context)).accountId;
  };
  const accountId = await add(name);
  const listId = listIdOf(accountId, baseUrl);
  const replace = (marks: AnnotationsAndNames) => lists.lists.call('replaceAnnotations', marks);
  return {
    ...{ handlers, accountId, listId, dialogs, outside, reported, add, lists, replace },
    folder: lists.folder,
    /** Marks one tenant. Returns its annotation before. */
    annotate: async (tenantId: string, annotation: Annotation | null) => {
      const annotations = [{ listId, tenantId, annotation }];
      const before = await replace({ annotations, ownerNames: [] });
      return before.annotations[0]?.annotation ?? null;
    },
    /** Returns everything that a backup has, without its time. */
    readAll: async () => {
      await handlers.saveBackup({}, context);
      const json: unknown = JSON.parse(await readFile(dialogs.saved, 'utf8'));
      return z.looseObject({ savedAt: z.string() }).transform(withoutTime).parse(json);
    },
    clear: async () => {
      await lists.lists.call('removeAnnotations', { listIdStart: accountId });
      await handlers.saveViews({ views: [] }, context);
      await handlers.savePreferences(defaults, context);
    },
    restore: async (path: string, choices: { targetId?: string; withSettings?: boolean } = {}) => {
      dialogs.opened = path;
      const preview = await handlers.openBackup({}, context);
      if (preview === null) throw new Error('A file is needed');
      const { backupId } = preview;
      const accounts = preview.accounts.flatMap(({ accountId, suggestedId }) => {
        const targetId = choices.targetId ?? suggestedId;
        return targetId === null ? [] : [{ accountId, targetId }];
      });
      const { withSettings = false } = choices;
      const restored = await handlers.restoreBackup({ backupId, accounts, withSettings }, context);
      return { preview, restored };
    },
  };
}

function withoutTime({ savedAt, ...backup }: { savedAt: string }) {
  return { ...backup, hasTime: Date.parse(savedAt) > 0 };
}

/** Returns an annotation that has only a note. */
export const note = (text: string): Annotation => ({ isStarred: false, note: text, tags: [] });

/** One more than there can be views. */
export const viewIds = Array.from(
  { length: mostViews + 1 },
  (_, at) => `10000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
);

/** Returns a view with one of `viewIds`. */
export function createView(at: number, changes: Partial<View> = {}): View {
  const shown = { filterValues: noFilter, sort: null, layout, density: 'compact' as const };
  const view = { viewId: viewIds[at] ?? '', name: `View ${at}`, accountId: null, shown };
  return { ...view, exportOptions: null, ...changes };
}
