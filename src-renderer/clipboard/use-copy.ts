import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { writeClipboard, type CopiedTable } from './write-clipboard.ts';

/** How long the result of a copy is shown, in milliseconds. */
const noticeTime = 4_000;

/** The result of the last copy: the number of copied rows and of all requested rows, or that the system refused. */
export type CopyResult = { rows: number; of: number } | 'refused';

/** Copies tables, and returns the result of the last copy for a few seconds. */
export function useCopy() {
  const [result, setResult] = useState<CopyResult | null>(null);
  const { start, clear } = useTimeout(() => setResult(null), noticeTime);

  const copy = async (table: Promise<CopiedTable>, of: number): Promise<void> => {
    clear();
    setResult(null);
    try {
      await writeClipboard(table);
      setResult({ rows: (await table).rows.length, of });
    } catch {
      // The system refused, or the rows could not be read. Nothing was copied in either case.
      setResult('refused');
    }
    start();
  };
  return { result, copy };
}
