import { AppError } from '../../../src-shared/errors.ts';
import { RowSet } from '../rows/row-set.ts';
import { findShownList } from '../runs/shown-list.ts';
import type { Connection } from '../sqlite/connection.ts';

/** One of the row sets that a query shows as one. Its rows follow those of the set before. */
export interface ListPart {
  listId: string;
  rows: RowSet;
  length: number;
  /** Whether these are the tenants that are no longer in the list. */
  areGone: boolean;
  version: number;
  fetchedAt: string;
}

/** Returns the position of the first part of a list among some parts; -1 if there is none. */
export function positionOfList(parts: readonly ListPart[], listId: string): number {
  return parts.findIndex((part) => part.listId === listId);
}

/** Which rows of a list are read. */
export interface WantedRows {
  listed: boolean;
  gone: boolean;
}

/** Like `findListParts`. @throws AppError `nothing_saved` if none of the lists was ever read. */
export function getListParts(
  connection: Connection,
  listIds: readonly string[],
  wanted: WantedRows,
): ListPart[] {
  const parts = findListParts(connection, listIds, wanted);
  if (parts.length > 0) return parts;
  throw new AppError({ code: 'nothing_saved', message: 'Nothing is saved' });
}

/**
 * Finds the rows of some lists: those that are shown, those that are gone, or both. Lists that were never read are left
 * out.
 */
export function findListParts(
  connection: Connection,
  listIds: readonly string[],
  wanted: WantedRows,
): ListPart[] {
  return listIds.flatMap((listId): ListPart[] => {
    const shown = findShownList(connection, listId);
    if (shown === null) return [];
    const { record, tenants, version, fetchedAt, gone } = shown;
    const { runId } = record.run;
    const common = { listId, version, fetchedAt };
    const listed = { rows: new RowSet(connection, runId, 'read'), length: tenants };
    const goneRows = new RowSet(connection, gone?.runId ?? runId, 'gone');
    const length = gone?.length ?? 0;
    // Rows of two sets are slower to sort and search, so a set without rows is left out.
    const needsGone = wanted.gone && (length > 0 || !wanted.listed);
    return [
      ...(wanted.listed ? [{ ...common, ...listed, areGone: false }] : []),
      ...(needsGone ? [{ ...common, rows: goneRows, length, areGone: true }] : []),
    ];
  });
}
