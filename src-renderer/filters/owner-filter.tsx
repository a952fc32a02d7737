import { Menu, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../src-shared/facets.ts';
import { Count } from './count.tsx';
import { ChipButton, FilterChip } from './filter-chip.tsx';
import classes from './filter-menu.module.css';
import { onlyId } from './filter.ts';

interface OwnerFilterProps {
  /** Of the saved list; the server cannot say. */
  owners: Facets['owners'] | undefined;
  chosen: string;
  onChange: (ownerId: string) => void;
  onOpen: (isOpen: boolean) => void;
  /** How many tenants match the choice, for the chip. */
  count: ReactNode;
}

/** A chip for the owner: those with the most tenants to choose from, any other by its id. */
export function OwnerFilter({ owners, chosen, onChange, onOpen, count }: OwnerFilterProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  /** Enter means the marked owner once the arrows have marked one, and what was typed until then. */
  const isMarked = useRef(false);
  const name = t('screens.filters.owner');
  const toggle = (isOpen: boolean) => {
    setOpened(isOpen);
    onOpen(isOpen);
  };
  const choose = (ownerId: string) => {
    onChange(ownerId);
    toggle(false);
  };
  const named = (owners?.most ?? []).filter(({ value }) => value.startsWith(typed));
  const isNamed = named.some(({ value }) => value === typed);
  const others = (owners?.count ?? 0) - (owners?.most.length ?? 0);
  return (
    <FilterChip name={name} isSet={chosen !== ''} onClear={() => onChange('')}>
      <Menu
        position="bottom-start"
        shadow="md"
        width={280}
        opened={opened}
        onChange={toggle}
        closeOnItemClick={false}
      >
        <Menu.Target>
          <ChipButton name={name} count={count} chosen={chosen === '' ? null : chosen} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Search
            aria-label={t('screens.filters.ownerId')}
            placeholder={t('screens.filters.ownerId')}
            inputMode="numeric"
            leftSection={<IconSearch size={14} />}
            value={typed}
            onChange={(event) => {
              isMarked.current = false;
              setTyped(onlyId(event.currentTarget.value));
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') isMarked.current = true;
              if (event.key === 'Enter' && !isMarked.current && typed !== '') choose(typed);
            }}
          />
          <div className={classes.options}>
            {typed !== '' && !isNamed && (
              <Menu.Item fz="xs" onClick={() => choose(typed)}>
                {t('screens.filters.useOwner', { id: typed })}
              </Menu.Item>
            )}
            <Menu.RadioGroup value={chosen} onChange={choose}>
              {named.map(({ value, count }) => (
                <Menu.RadioItem
                  key={value}
                  value={value}
                  fz="xs"
                  className={classes.id}
                  rightSection={<Count value={count} />}
                >
                  {value}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
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
