import { useDisclosure } from '@mantine/hooks';
import { createContext, use, useState, type ReactNode } from 'react';
import {
  differentValues,
  longestMatchedValue,
  mostMatchedValues,
} from '../../src-shared/matched-fields.ts';
import { useCommand } from '../commands/commands-context.ts';
import { useList } from '../list/list-provider.tsx';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import { FileDrop } from './file-drop.tsx';
import type { MatchContent, MatchSource } from './match-source.ts';
import { columnsOf, countRounded, rowsOfText } from './table-columns.ts';

const MatchDialog = lazyPart(async () => (await import('./match-dialog.tsx')).MatchDialog);

const MatchContext = createContext<(text: string) => boolean>(() => false);

/**
 * Finds the tenants of a list of values: of a pasted column at once, of several columns and of files with a dialog that
 * asks which column is meant. The dialog also says why a pasted column cannot be matched, or not all of it.
 */
export function MatchingProvider({ children }: { children: ReactNode }) {
  const { records, source, filter } = useList();
  const [isOpen, dialog] = useDisclosure();
  const [dialogSource, setDialogSource] = useState<MatchSource>({ number: 0, content: null });
  const isSaved = source === 'saved';
  const open = (content: MatchContent) => {
    setDialogSource(({ number }) => ({ number: number + 1, content }));
    dialog.open();
  };
  const match = (values: readonly string[]) =>
    filter.set({ name: '', matching: { by: 'any', values: [...values] } });
  useCommand('matchList', isSaved ? () => open(null) : null);
  const matchText = (text: string): boolean => {
    const rows = isSaved ? rowsOfText(text) : null;
    if (rows === null) return false;
    const [only, ...others] = columnsOf({ rows });
    if (only === undefined) return false;
    // A heading in the first row is matched as well. It is only listed as not found.
    const values = differentValues([only.heading, ...only.values]);
    const roundedNumbers = countRounded(rows);
    const canMatch =
      roundedNumbers === 0 &&
      values.length <= mostMatchedValues &&
      values.every((value) => value.length <= longestMatchedValue);
    if (others.length === 0 && canMatch) match(values);
    else open({ sheets: [{ name: null, rows, roundedNumbers }] });
    return true;
  };
  return (
    <MatchContext value={matchText}>
      {children}
      <FileDrop {...{ records, isEnabled: isSaved }} onFile={(file) => open({ file })} />
      <Later isWanted={isOpen}>
        <MatchDialog
          opened={isOpen}
          onClose={dialog.close}
          source={dialogSource}
          onChoose={(file) => open({ file })}
          onMatch={match}
        />
      </Later>
    </MatchContext>
  );
}

/** Returns a function that finds the tenants of pasted text. It returns false for text that is not a list. */
export function useMatchText(): (text: string) => boolean {
  return use(MatchContext);
}
