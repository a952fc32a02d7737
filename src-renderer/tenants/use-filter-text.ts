import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { FilterText } from './filter.ts';
import { noFilterText, parseFilter } from './filter.ts';

/** What stands in the filter's inputs, and `onFilter` told a moment after the last letter, or at once by `apply`. */
export function useFilterText(onFilter: (filter: Filter) => void) {
  const [text, setText] = useState(noFilterText);
  const applySoon = useDebouncedCallback((next: FilterText) => onFilter(parseFilter(next)), 300);

  const change = (changes: Partial<FilterText>) => {
    const next = { ...text, ...changes };
    setText(next);
    applySoon(next);
  };
  const clear = (cleared: Partial<FilterText> = noFilterText) => {
    change(cleared);
    applySoon.flush();
  };
  return { text, change, clear, apply: applySoon.flush };
}

export type FilterInputs = ReturnType<typeof useFilterText>;
