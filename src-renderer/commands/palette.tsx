import '@mantine/spotlight/styles.layer.css';
import { Kbd } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  commandGroups,
  commandNames,
  commandOf,
  type CommandName,
} from '../../src-shared/commands.ts';
import { useAvailableCommands } from './commands-context.ts';
import { useShortcutText } from './use-shortcut-text.ts';
import { withoutAccents } from './without-accents.ts';

interface PaletteProps {
  opened: boolean;
  /** What is typed. */
  query: string;
  onQuery: (query: string) => void;
  /** Told when it is gone from the screen, with what was chosen. */
  onClosed: (chosen: CommandName | null) => void;
}

/** Everything that can be done right now, to be found by typing a part of its name. */
export function Palette({ opened, query, onQuery, onClosed }: PaletteProps) {
  const { t } = useTranslation();
  const shortcutText = useShortcutText();
  const available = useAvailableCommands();
  const [[store, spotlight]] = useState(createSpotlight);
  const chosen = useRef<CommandName>(null);
  useEffect(() => {
    if (opened) spotlight.open();
  }, [opened, spotlight]);

  const closed = () => {
    const name = chosen.current;
    chosen.current = null;
    onClosed(name);
  };

  const actionOf = (name: CommandName) => {
    const label = available.get(name) ?? t(`commands.${name}`);
    const shortcut = commandOf(name).shortcuts[0];
    return {
      id: name,
      label,
      keywords: withoutAccents(label),
      onClick: () => {
        chosen.current = name;
      },
      ...(shortcut !== undefined && {
        rightSection: <Kbd>{shortcutText(shortcut)}</Kbd>,
      }),
    };
  };
  // What is available changes with every page, and most of the time nobody looks.
  const names = opened
    ? commandNames.filter((name) => name !== 'palette' && available.has(name))
    : [];
  const actions = commandGroups.map((group) => ({
    group: t(`help.groups.${group}`),
    actions: names.filter((name) => commandOf(name).group === group).map(actionOf),
  }));
  return (
    <Spotlight
      store={store}
      actions={actions}
      query={query}
      onQueryChange={onQuery}
      // The commands' own shortcut opens it.
      shortcut={null}
      scrollable
      maxHeight={420}
      // What scrolls must be reachable without a mouse.
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      radius="lg"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 100, onExited: closed }}
      returnFocus={false}
      nothingFound={t('help.noCommand')}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('help.findCommand'),
        'aria-label': t('help.findCommand'),
        onKeyDown: ({ key, currentTarget }) => {
          // Mantine marks the first one with each letter in its own field; what was typed before it was there had none.
          if (key !== 'Enter' || query === '' || store.getState().selected !== -1) return;
          const dialog = currentTarget.closest('[role="dialog"]');
          dialog?.querySelector<HTMLElement>('[data-action]')?.click();
        },
      }}
    />
  );
}
