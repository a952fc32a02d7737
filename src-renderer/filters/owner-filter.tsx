import { Menu, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../src-shared/facets.ts';
import { onlyId } from '../../src-shared/filter-values.ts';
import { checkboxMenu } from '../ui/menu-checkbox.ts';
import { ChoiceCount } from './choice-count.tsx';
import { ChipButton, FilterChip } from './filter-chip.tsx';
import classes from './filter-menu.module.css';
import { listChoices } from './list-choices.ts';

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
  const [typed, setTyped] = useState('');
  /** Enter chooses the typed id until an arrow key has highlighted an owner in the menu. */
  const isHighlighted = useRef(false);
  const name = t('screens.filters.owner');
  const open = (willBeOpen: boolean) => {
    setIsOpen(willBeOpen);
    onOpen(willBeOpen);
  };
  const change = (ownerIds: string[]) => onChange(isSingle ? ownerIds.slice(-1) : ownerIds);
  const add = (ownerId: string) => {
    change([...chosen.filter((other) => other !== ownerId), ownerId]);
    setTyped('');
    open(false);
  };
  const listed = listChoices(owners?.most ?? [], chosen).filter(({ value }) =>
    value.startsWith(typed),
  );
  const isListed = listed.some(({ value }) => value === typed);
  const others = (owners?.count ?? 0) - (owners?.most.length ?? 0);
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
          <ChipButton name={name} chosen={ownersText(chosen)} isAvailable={isAvailable} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Search
            aria-label={t('screens.filters.ownerId')}
            placeholder={t('screens.filters.ownerId')}
            inputMode="numeric"
            leftSection={<IconSearch size={14} />}
            value={typed}
            onChange={(event) => {
              isHighlighted.current = false;
              setTyped(onlyId(event.currentTarget.value));
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
                isHighlighted.current = true;
              if (event.key === 'Enter' && !isHighlighted.current && typed !== '') add(typed);
            }}
          />
          <div className={classes.options}>
            {typed !== '' && !isListed && (
              <Menu.Item fz="xs" onClick={() => add(typed)}>
                {t('screens.filters.useOwner', { id: typed })}
              </Menu.Item>
            )}
            <Menu.CheckboxGroup value={chosen} onChange={change}>
              {listed.map(({ value, count: ownerCount }) => (
                <Menu.CheckboxItem
                  key={value}
                  value={value}
                  fz="xs"
                  className={classes.id}
                  rightSection={owners && <ChoiceCount count={ownerCount} />}
                >
                  {value}
                </Menu.CheckboxItem>
              ))}
            </Menu.CheckboxGroup>
          </div>
          {others > 0 && (
            <Text size="xs" c="dimmed" p="xs">
              {t('screens.filters.moreOwners', { count: others })}
            </Text>
          )}
        </Menu.Dropdown>
      </Menu>
    </FilterChip>
  );
}
