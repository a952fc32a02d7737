import '@mantine/spotlight/styles.layer.css';
import { Kbd } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandNames, commandOf, type CommandName } from '../../src-shared/commands.ts';
import { useAvailableCommands, useRunCommand } from './commands-context.ts';
import type { CommandDialogProps } from './lazy-dialog.tsx';
import { useShortcutText } from './use-shortcut-text.ts';
import { withoutAccents } from './without-accents.ts';

/** Everything that can be done right now, to be found by typing a part of its name. */
export function Palette({ opened, onClose }: CommandDialogProps) {
  const { t } = useTranslation();
  const shortcutText = useShortcutText();
  const run = useRunCommand();
  const available = useAvailableCommands();
  const [[store, spotlight]] = useState(createSpotlight);
  const chosen = useRef<CommandName>(null);
  const focusedBefore = useRef<Element>(null);
  useEffect(() => {
    if (!opened) return;
    focusedBefore.current = document.activeElement;
    spotlight.open();
  }, [opened, spotlight]);

  /** The keyboard goes back first: a command such as Find moves it on from there. */
  const closed = () => {
    if (focusedBefore.current instanceof HTMLElement) {
      focusedBefore.current.focus({ preventScroll: true });
    }
    const name = chosen.current;
    chosen.current = null;
    onClose();
    if (name !== null) run(name);
  };

  const actions = commandNames
    .filter((name) => name !== 'palette' && available.has(name))
    .map((name) => {
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
    });
  return (
    <Spotlight
      store={store}
      actions={actions}
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
      }}
    />
  );
}
