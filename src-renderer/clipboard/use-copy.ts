import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import type { CopiedTable } from './write-clipboard.ts';
import { writeClipboard } from './write-clipboard.ts';

/** So many rows a clipboard and what it is pasted into bear well; more are for an export. */
export const mostCopiedRows = 10_000;

const shownFor = 4_000;

/** What became of the last copy: how many rows of how many, or that the system refused. */
export type Copied = { rows: number; of: number } | 'refused';

/** Copies tables, and says for a moment what became of it. */
export function useCopy() {
  const [copied, setCopied] = useState<Copied | null>(null);
  const { start, clear } = useTimeout(() => setCopied(null), shownFor);

  const copy = async (table: Promise<CopiedTable>, of: number): Promise<void> => {
    clear();
    setCopied(null);
    try {
      await writeClipboard(table);
      setCopied({ rows: (await table).rows.length, of });
    } catch {
      // A system that refuses, or a list that is gone: either way nothing was copied, and that is said.
      setCopied('refused');
    }
    start();
  };
  return { copied, copy };
}
