import type { ImportedRow, ImportProblem } from '../../../src-shared/import-annotations.ts';
import { storableText } from '../../../src-shared/storable-text.ts';
import { longestNote, longestOwnerName, longestTag } from '../../../src-shared/limits.ts';

/** The values of an imported row. Those that are too long are left out. */
export interface ParsedRow {
  /** The id or domain of its tenant. */
  value: string;
  /** Empty if there is none, as the note. */
  ownerName: string;
  tags: string[];
  note: string;
  /** Why a value was left out. */
  problems: ImportProblem[];
}

/** Tags contain neither commas nor control characters. A semicolon is how Excel separates values in many countries. */
const tagSeparators = /[,;\p{Cc}\u2028\u2029]+/u;

/** Splits the tags of a row, and leaves out the values that are too long. */
export function parseImportedRow({
  tenant,
  ownerName = '',
  tags = '',
  note = '',
}: ImportedRow): ParsedRow {
  const problems = new Set<ImportProblem>();
  const checked = (value: string, longest: number, problem: ImportProblem): string => {
    if (value.length <= longest) return value;
    problems.add(problem);
    return '';
  };
  return {
    value: tenant.trim(),
    ownerName: checked(trimmed(ownerName), longestOwnerName, 'nameTooLong'),
    tags: tags
      .split(tagSeparators)
      .map((tag) => checked(trimmed(tag), longestTag, 'tagTooLong'))
      .filter((tag) => tag !== ''),
    note: checked(trimmed(note).replaceAll('\r\n', '\n'), longestNote, 'noteTooLong'),
    problems: [...problems],
  };
}

/** Removes spaces around a text, and what cannot be saved. Composed and decomposed letters of two rows become the same. */
function trimmed(text: string): string {
  return storableText(text).trim().normalize('NFC');
}
