import { Menu, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../src-shared/facets.ts';
import { onlyId } from '../../src-shared/filter-values.ts';
import { hitsOf } from '../../src-shared/search-text.ts';
import { useOwnerNames } from '../list/use-owner-names.ts';
import { checkboxMenu } from '../ui/menu-checkbox.ts';
import { longestOwnerName } from '../../src-shared/limits.ts';
import { ChoiceCount } from './choice-count.tsx';
import { ChipButton, FilterChip } from '../ui/filter-chip.tsx';
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
  const nameOnScreen = useOwnerNames();
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
  const ownerOf = (id: string) => owners?.most.find(({ value }) => value === id);
  const nameOf = (id: string) => ownerOf(id)?.name ?? nameOnScreen(id);
  /** The name of an owner, or its id with the name of one of its tenants. */
  const labelOf = (id: string) => {
    const hint = ownerOf(id)?.hint ?? null;
    return nameOf(id) === id && hint !== null ? `${id} · ${hint}` : nameOf(id);
  };
  const listed = listChoices(owners?.most ?? [], chosen).filter(
    ({ value }) => value.startsWith(typed) || hitsOf(labelOf(value), typed).length > 0,
  );
  const typedId = onlyId(typed) === typed ? typed : '';
  const isListed = listed.some(({ value }) => value === typedId);
  /** Adds the typed id, or the only owner that matches the typed text. */
  const addTyped = () => {
    const [first, ...more] = listed;
    if (typedId !== '') add(typedId);
    else if (typed !== '' && first !== undefined && more.length === 0) add(first.value);
  };
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
          <ChipButton
            name={name}
            chosen={ownersText(chosen.map(nameOf))}
            isAvailable={isAvailable}
          />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Search
            aria-label={t('screens.filters.ownerId')}
            placeholder={t('screens.filters.ownerId')}
            maxLength={longestOwnerName}
            leftSection={<IconSearch size={14} />}
            value={typed}
            onChange={(event) => {
              isHighlighted.current = false;
              setTyped(event.currentTarget.value.trimStart());
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
                isHighlighted.current = true;
              if (event.key === 'Enter' && !isHighlighted.current) addTyped();
            }}
          />
          <div className={classes.options}>
            {typedId !== '' && !isListed && (
              <Menu.Item fz="xs" onClick={() => add(typedId)}>
                {t('screens.filters.useOwner', { id: typedId })}
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
                  <span title={value}>{labelOf(value)}</span>
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
