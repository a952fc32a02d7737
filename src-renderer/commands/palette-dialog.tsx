import '@mantine/spotlight/styles.layer.css';
import { Kbd } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandGroups, commandOf, isCommandName } from '../../src-shared/commands.ts';
import { fold } from '../../src-shared/search-text.ts';
import { groupOf, sortNames, type OfferedName } from './commands.ts';
import { useAvailableCommands } from './commands-context.ts';
import { useShortcutText } from './use-shortcut-text.ts';

interface PaletteDialogProps {
  opened: boolean;
  /** The text of the search box. */
  query: string;
  onQuery: (query: string) => void;
  /** Called with the chosen command after the dialog has disappeared. It may be called twice. */
  onClosed: (chosen: OfferedName | null) => void;
}

/** A dialog that finds an available command by a part of its name and runs it. */
export function PaletteDialog({ opened, query, onQuery, onClosed }: PaletteDialogProps) {
  const { t } = useTranslation();
  const shortcutText = useShortcutText();
  const available = useAvailableCommands();
  const [[store, spotlight]] = useState(createSpotlight);
  const [isClosing, setIsClosing] = useState(false);
  const chosen = useRef<OfferedName>(null);
  useEffect(() => {
    if (opened) spotlight.open();
  }, [opened, spotlight]);

  const finish = () => {
    const name = chosen.current;
    chosen.current = null;
    onClosed(name);
  };

  const createAction = (name: OfferedName) => {
    const defaultLabel = isCommandName(name) ? t(`commands.${name}`) : name;
    const label = available.get(name) ?? defaultLabel;
    const shortcut = isCommandName(name) ? commandOf(name).shortcuts[0] : undefined;
    return {
      id: name,
      label,
      // Without accents: `xuat` finds "Xuất dữ liệu".
      keywords: fold(label),
      onClick: () => {
        chosen.current = name;
      },
      ...(shortcut !== undefined && {
        rightSection: <Kbd>{shortcutText(shortcut)}</Kbd>,
      }),
    };
  };
  // Available commands change often, so the list is empty while the dialog is closed.
  const names = opened ? sortNames(available).filter((name) => name !== 'palette') : [];
  const actions = commandGroups.map((group) => ({
    group: t(`help.groups.${group}`),
    actions: names.filter((name) => groupOf(name) === group).map(createAction),
  }));
  return (
    <Spotlight
      store={store}
      actions={actions}
      // See isDialogOpen.
      data-closing={isClosing || undefined}
      onSpotlightOpen={() => setIsClosing(false)}
      onSpotlightClose={() => setIsClosing(true)}
      query={query}
      onQueryChange={onQuery}
      // The app handles the shortcut as it does all others.
      shortcut={null}
      scrollable
      maxHeight={420}
      // Makes the list scrollable by keyboard.
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      radius="lg"
      styles={{ actionBody: { overflowWrap: 'anywhere' } }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 100, onExited: finish }}
      returnFocus={false}
      nothingFound={t('help.noCommand')}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('help.findCommand'),
        'aria-label': t('help.findCommand'),
        onKeyDown: ({ key, currentTarget }) => {
          if (key !== 'Enter' || query === '') return;
          // Mantine selects the first action when the text changes, but not for text typed before it was loaded. The mark
          // of the selected action is also lost if the actions are rendered again.
          const dialog = currentTarget.closest('[role="dialog"]');
          if (dialog?.querySelector('[data-selected]') != null) return;
          dialog?.querySelector<HTMLElement>('[data-action]')?.click();
        },
      }}
    />
  );
}
