import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { AppError } from '../../src-shared/errors.ts';
import type { ImportReport } from '../../src-shared/import-annotations.ts';
import type { TableSheet } from '../../src-shared/tables.ts';
import { useAnnotations } from '../annotations/annotations-provider.tsx';
import { useAnnotate } from '../annotations/use-annotate.ts';
import { savedKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useList } from '../list/list-provider.tsx';
import { importedFields, type ColumnMapping } from './guess-columns.ts';
import { importedRows } from './imported-rows.ts';

interface ImportChoices {
  sheet: TableSheet;
  sheetIndex: number;
  mapping: ColumnMapping;
  hasHeadings: boolean;
}

interface Import {
  /** What would be imported; `undefined` until it is known. */
  report: ImportReport | undefined;
  /** Why that is not known, or why nothing was imported. */
  error: AppError | null;
  isReading: boolean;
  /** Whether a column to import is chosen. */
  isMapped: boolean;
  canImport: boolean;
  isImporting: boolean;
  start: () => void;
}

/** Reads what an import would change, and imports. @param onDone is called after the import. */
export function useImport(choices: ImportChoices, onDone: () => void): Import {
  const { sheet, sheetIndex, mapping, hasHeadings } = choices;
  const call = useCall();
  const { accountKey } = useList();
  const { showImported } = useAnnotations();
  const { importRows } = useAnnotate();
  const { accountId } = accountKey;
  const rows = importedRows(sheet, mapping, hasHeadings);
  const importing = useMutation({
    mutationFn: () => importRows({ accountId, rows }),
    onSuccess: (result) => {
      onDone();
      showImported(result);
    },
  });
  const isMapped = importedFields.some((field) => mapping[field] !== null);
  const preview = useQuery({
    // Without the rows, which would be compared on each render. The form is mounted anew for each file.
    queryKey: [...savedKey(accountKey), 'import', sheetIndex, mapping, hasHeadings],
    queryFn: ({ signal }) => call('previewImport', { accountId, rows }, { signal }),
    enabled: isMapped && mapping.tenant !== null && !importing.isPending,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const { data: report } = preview;
  return {
    report,
    isMapped,
    error: importing.error ?? preview.error,
    isReading: preview.isFetching,
    canImport:
      isMapped && report !== undefined && !preview.isPlaceholderData && changesAnything(report),
    isImporting: importing.isPending,
    start: () => importing.mutate(),
  };
}

function changesAnything(report: ImportReport): boolean {
  const { notesAdded, notesReplaced, tagged, ownersNamed, ownersRenamed } = report;
  return notesAdded + notesReplaced + tagged + ownersNamed + ownersRenamed > 0;
}
