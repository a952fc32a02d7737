import { Menu } from '@mantine/core';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../src-shared/facets.ts';
import { useOwnerNames } from '../list/use-owner-names.ts';
import { Later } from '../ui/later.tsx';
import { checkboxMenu } from '../ui/menu-checkbox.ts';
import { ChipButton, FilterChip } from '../ui/filter-chip.tsx';

const OwnerDropdown = lazy(async () => ({
  default: (await import('./owner-dropdown.tsx')).OwnerDropdown,
}));

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
  const isAvailable = !isSingle || chosen.length <= 1;
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const nameOnScreen = useOwnerNames();
  const name = t('screens.filters.owner');
  const open = (willBeOpen: boolean) => {
    setIsOpen(willBeOpen);
    onOpen(willBeOpen);
  };
  const change = (ownerIds: string[]) => onChange(isSingle ? ownerIds.slice(-1) : ownerIds);
  const nameOf = (id: string) =>
    owners?.most.find(({ value }) => value === id)?.name ?? nameOnScreen(id);
  return (
    <FilterChip name={name} isSet={chosen.length > 0} onClear={() => onChange([])}>
      <Menu
        position="bottom-start"
        shadow="md"
        width={280}
        disabled={!isAvailable}
        classNames={checkboxMenu}
        opened={isOpen}
        onChange={open}
        closeOnItemClick={false}
      >
        <Menu.Target>
          <ChipButton
            name={name}
            chosen={ownersText(chosen.map(nameOf))}
            isAvailable={isAvailable}
          />
        </Menu.Target>
        <Later isWanted={isOpen}>
          <OwnerDropdown
            owners={owners}
            chosen={chosen}
            nameOf={nameOf}
            onChange={change}
            onClose={() => open(false)}
          />
        </Later>
      </Menu>
    </FilterChip>
  );
}
