import { useTranslation } from 'react-i18next';
import type { Facets } from '../../src-shared/facets.ts';
import { isServerOwner } from '../list/conditions.ts';
import { useOwnerNames } from '../list/use-owner-names.ts';
import { lazyPart } from '../texts/lazy-part.tsx';
import { FilterMenu } from './filter-menu.tsx';

const OwnerDropdown = lazyPart(async () => (await import('./owner-dropdown.tsx')).OwnerDropdown);

interface OwnerFilterProps {
  /** `undefined` for the live list, and until they have been counted. */
  owners: Facets['owners'] | undefined;
  chosen: string[];
  /** Only one can be chosen: the server supports no more. */
  isSingle: boolean;
  onChange: (ownerIds: string[]) => void;
  onOpen: (isOpen: boolean) => void;
}

/** Returns chosen owners as text: the first, and how many others; `null` if there are none. */
function ownersText([first, ...others]: readonly string[]): string | null {
  if (first === undefined) return null;
  return others.length === 0 ? first : `${first} +${others.length}`;
}

/**
 * A chip for the owners, of which any number can be chosen. It offers the owners with the most tenants, and an input for
 * any other id.
 */
export function OwnerFilter(props: OwnerFilterProps) {
  const { owners, chosen, isSingle, onChange, onOpen } = props;
  const { t } = useTranslation();
  const nameOf = useOwnerNames();
  const change = (ownerIds: string[]) => onChange(isSingle ? ownerIds.slice(-1) : ownerIds);
  return (
    <FilterMenu
      name={t('screens.filters.owner')}
      isAvailable={!isSingle || chosen.length === 0 || isServerOwner(chosen)}
      chosen={ownersText(chosen.map(nameOf))}
      width={320}
      onClear={() => onChange([])}
      onOpen={onOpen}
    >
      {(close) => (
        <OwnerDropdown
          owners={owners}
          chosen={chosen}
          nameOf={nameOf}
          onChange={change}
          onClose={close}
        />
      )}
    </FilterMenu>
  );
}
