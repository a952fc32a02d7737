import type { ValueCount } from '../../src-shared/facets.ts';
import { lazyPart } from '../texts/lazy-part.tsx';
import { FilterMenu } from './filter-menu.tsx';

const ValuesDropdown = lazyPart(async () => (await import('./values-dropdown.tsx')).ValuesDropdown);

interface ValuesFilterProps {
  name: string;
  /** The source supports this filter. */
  isAvailable: boolean;
  /** The values of the list, the most frequent first; `undefined` until they have been counted. */
  values: readonly ValueCount[] | undefined;
  chosen: string[];
  /** Returns the name of a value. */
  textOf: (value: string) => string;
  onChange: (chosen: string[]) => void;
  onOpen: (isOpen: boolean) => void;
}

/** A chip for a field with few values. Any number of them can be chosen. */
export function ValuesFilter(props: ValuesFilterProps) {
  const { name, isAvailable, values, chosen, textOf, onChange, onOpen } = props;
  return (
    <FilterMenu
      name={name}
      isAvailable={isAvailable}
      chosen={chosen.length === 0 ? null : chosen.map(textOf).join(', ')}
      onClear={() => onChange([])}
      onOpen={onOpen}
    >
      {() => <ValuesDropdown values={values} chosen={chosen} textOf={textOf} onChange={onChange} />}
    </FilterMenu>
  );
}
