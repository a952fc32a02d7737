import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FormerAnnotations } from '../../src-shared/annotations.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { ImportReport } from '../../src-shared/import-annotations.ts';
import { mostExportedRows } from '../../src-shared/limits.ts';
import type { TableSheet } from '../../src-shared/tables.ts';
import { useAnnotations } from '../annotations/annotations-provider.tsx';
import { useAnnotate } from '../annotations/use-annotate.ts';
import { savedKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useList } from '../list/list-provider.tsx';
import { useNotice } from '../ui/notice-provider.tsx';
import { importedFields, type ColumnMapping } from './guess-columns.ts';
import { importedRows } from './imported-rows.ts';
import { importedText } from './imported-text.ts';

interface ImportChoices {
  sheet: TableSheet;
  sheetIndex: number;
  mapping: ColumnMapping;
  hasHeadings: boolean;
}

interface Import {
  /** What would be imported; `undefined` until it is known. */
  report: ImportReport | undefined;
  /** Why there is no report, or why nothing was imported. */
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
  const { t } = useTranslation();
  const showNotice = useNotice();
  const { undo } = useAnnotations();
  const { importRows } = useAnnotate();
  const { accountId } = accountKey;
  const createRequest = () => ({ accountId, rows: importedRows(sheet, mapping, hasHeadings) });
  const importing = useMutation({
    mutationFn: () => importRows(createRequest()),
    onSuccess: ({ report: imported, before }) => {
      onDone();
      const text = importedText(t, imported);
      showNotice({ text, undo: canUndo(before) ? () => undo(before) : null });
    },
  });
  const isMapped = importedFields.some((field) => mapping[field] !== null);
  const preview = useQuery({
    // Without the rows, which would be hashed on each render. A new file has a new form, so it gets no old preview.
    queryKey: [...savedKey(accountKey), 'import', sheetIndex, mapping, hasHeadings],
    queryFn: ({ signal }) => call('previewImport', createRequest(), { signal }),
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

/** Returns whether anything was imported, and not more than the bridge accepts. */
function canUndo({ annotations, ownerNames = [] }: FormerAnnotations): boolean {
  const count = Math.max(annotations.length, ownerNames.length);
  return count > 0 && count <= mostExportedRows;
}

function changesAnything(report: ImportReport): boolean {
  const { notesAdded, notesReplaced, tagged, ownersNamed, ownersRenamed } = report;
  return notesAdded + notesReplaced + tagged + ownersNamed + ownersRenamed > 0;
}
