import { useQueryClient } from '@tanstack/react-query';
import type { AnnotateTenantsRequest } from '../../src-shared/annotate-tenants.ts';
import type { AnnotatedTenant, FormerAnnotations } from '../../src-shared/annotations.ts';
import type { RequestOf } from '../../src-shared/channels.ts';
import type { ImportResult } from '../../src-shared/import-annotations.ts';
import { isSavedKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';

/**
 * Returns functions that change annotations and names of owners. Each ends when everything on screen has been read
 * again. They throw AppError if nothing was changed.
 */
export function useAnnotate() {
  const call = useCall();
  const client = useQueryClient();
  const readAgain = () =>
    client.invalidateQueries({ predicate: ({ queryKey }) => isSavedKey(queryKey) });
  return {
    /** Returns the annotations before, which undo it with `restore`. */
    annotate: async (request: AnnotateTenantsRequest): Promise<AnnotatedTenant[]> => {
      const { annotations } = await call('annotateTenants', request);
      await readAgain();
      return annotations;
    },
    restore: async (before: FormerAnnotations): Promise<void> => {
      await call('restoreAnnotations', before);
      await readAgain();
    },
    /** Imports rows of a file. The result says what undoes it. */
    importRows: async (request: RequestOf<'importAnnotations'>): Promise<ImportResult> => {
      const result = await call('importAnnotations', request);
      await readAgain();
      return result;
    },
    nameOwner: async (request: RequestOf<'nameOwner'>): Promise<void> => {
      await call('nameOwner', request);
      await readAgain();
    },
  };
}
