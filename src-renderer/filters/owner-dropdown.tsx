import { Menu, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../src-shared/facets.ts';
import { onlyId } from '../../src-shared/server-id.ts';
import { longestOwnerName } from '../../src-shared/limits.ts';
import { fold, matchesSearch } from '../../src-shared/search-text.ts';
import { ChoiceCount } from '../ui/choice-count.tsx';
import { OwnerChoice } from '../values/owner-choice.tsx';
import classes from './filter-menu.module.css';
import { listChoices } from './list-choices.ts';

/** A typed text that also has other characters is taken for an id if it has at least this many digits. */
const fewestDigitsOfId = 12;

interface OwnerDropdownProps {
  owners: Facets['owners'] | undefined;
  chosen: string[];
  /** Returns the name of an owner, or its id. */
  nameOf: (ownerId: string) => string;
  onChange: (ownerIds: string[]) => void;
  onClose: () => void;
}

/** The menu of the chip for owners: those with the most tenants or a name, and an input for any other id. */
export function OwnerDropdown({ owners, chosen, nameOf, onChange, onClose }: OwnerDropdownProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  /** Enter chooses the typed id until an arrow key has highlighted an owner in the menu. */
  const isHighlighted = useRef(false);
  const add = (ownerId: string) => {
    onChange([...chosen.filter((other) => other !== ownerId), ownerId]);
    setTyped('');
    onClose();
  };
  /** Returns what is shown of an owner: its name, or its id with the name of one of its tenants. */
  const shownOf = (id: string) => {
    if (nameOf(id) !== id) return { name: nameOf(id), example: null };
    return { name: null, example: owners?.most.find(({ value }) => value === id)?.hint ?? null };
  };
  const listed = listChoices(owners?.most ?? [], chosen).filter(({ value }) => {
    const { name, example } = shownOf(value);
    return value.startsWith(typed) || matchesSearch(name ?? `${value} ${example ?? ''}`, typed);
  });
  // A pasted id may come with other text.
  const digits = onlyId(typed);
  const isId = digits === typed || digits.length >= fewestDigitsOfId;
  const listedId = listed.find(({ value }) => value === typed.trim())?.value;
  const typedId = listedId ?? (isId ? digits : '');
  const isListed = listed.some(({ value }) => value === typedId);
  /** Adds the typed id, or the owner with the typed name, or the only one that matches the typed text. */
  const addTyped = () => {
    if (typedId !== '') add(typedId);
    if (typedId !== '' || typed === '') return;
    const named = listed.filter(({ value }) => fold(nameOf(value)) === fold(typed.trim()));
    const [only, ...more] = named.length > 0 ? named : listed;
    if (only !== undefined && more.length === 0) add(only.value);
  };
  const others = (owners?.count ?? 0) - (owners?.most.length ?? 0);
  return (
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
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') isHighlighted.current = true;
          if (event.key === 'Enter' && !isHighlighted.current) addTyped();
        }}
      />
      <div className={classes.options}>
        {typedId !== '' && !isListed && (
          <Menu.Item fz="xs" onClick={() => add(typedId)}>
            {t('screens.filters.useOwner', { id: typedId })}
          </Menu.Item>
        )}
        <Menu.CheckboxGroup value={chosen} onChange={onChange}>
          {listed.map(({ value, count: ownerCount }) => (
            <Menu.CheckboxItem
              key={value}
              value={value}
              fz="xs"
              classNames={{ item: classes.id, itemLabel: classes.label }}
              rightSection={owners && <ChoiceCount count={ownerCount} />}
            >
              <OwnerChoice id={value} {...shownOf(value)} />
            </Menu.CheckboxItem>
          ))}
        </Menu.CheckboxGroup>
        {typed !== '' && typedId === '' && listed.length === 0 && (
          <Text size="xs" p="xs" role="status">
            {t('screens.filters.noOwner')}
          </Text>
        )}
      </div>
      {others > 0 && (
        <Text size="xs" c="dimmed" p="xs">
          {t('screens.filters.moreOwners', { count: others })}
        </Text>
      )}
    </Menu.Dropdown>
  );
}
