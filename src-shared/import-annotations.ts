import { z } from 'zod';
import { accountOrAllSchema } from './account.ts';
import type { FormerAnnotations } from './annotations.ts';
import { longArray } from './bounded-schemas.ts';
import { mostTableCharacters, mostTableRows } from './limits.ts';

/** A text file can have a cell with all characters that are read. The size of the request bounds all cells together. */
const cellSchema = z.string().max(mostTableCharacters);

/** The imported cells of one row. A cell that is empty or not set changes nothing. */
const importedRowSchema = z.object({
  /** The id of a tenant, or its domain in any case. */
  tenant: cellSchema,
  /** The user's own name of the tenant's owner. */
  ownerName: cellSchema.optional(),
  /** Tags to add, separated by commas, semicolons or line breaks. */
  tags: cellSchema.optional(),
  /** Replaces the tenant's note. */
  note: cellSchema.optional(),
});

/** For all accounts, each tenant is looked for in all lists. */
export const importRequestSchema = z.object({
  accountId: accountOrAllSchema,
  rows: longArray(importedRowSchema, mostTableRows),
});

/** Why a value or a row is not imported. */
export type ImportProblem =
  | 'severalTenants'
  | 'nameTooLong'
  | 'tagTooLong'
  | 'noteTooLong'
  | 'tooManyTags'
  | 'noOwner'
  | 'differentNames'
  | 'differentNotes';

export type ImportedRow = z.infer<typeof importedRowSchema>;

/** What an import changes and what it cannot. */
export interface ImportReport {
  /** Tenants that get a note, and tenants whose note is replaced. */
  notesAdded: number;
  notesReplaced: number;
  /** Tenants that get tags. */
  tagged: number;
  /** Owners that get a name, and owners whose name is replaced. */
  ownersNamed: number;
  ownersRenamed: number;
  /** Rows of tenants that have all of it already, or for which there is nothing to import. */
  unchangedRows: number;
  /** Rows without an id or domain. */
  rowsWithoutTenant: number;
  /** The different ids and domains that no tenant has. */
  notFound: string[];
  /** For each problem that was found, the different ids and domains of its rows. */
  problems: { problem: ImportProblem; values: string[] }[];
}

/** What was imported, and what is sent to `restoreAnnotations` to undo it. */
export interface ImportResult {
  report: ImportReport;
  before: FormerAnnotations;
}
