import { VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandName } from '../../src-shared/commands.ts';
import { Later } from '../ui/later.tsx';
import { useCommand, useRunCommand } from './commands-context.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** Opens the palette. What is typed before it is on screen is in it when it is. */
export function CommandPalette() {
  const { t } = useTranslation();
  const run = useRunCommand();
  const [opened, { open, close }] = useDisclosure();
  const [isComing, setIsComing] = useState(false);
  const [query, setQuery] = useState('');
  const focusedBefore = useRef<Element>(null);
  const openPalette = () => {
    focusedBefore.current = document.activeElement;
    setIsComing(true);
    open();
  };
  useCommand('palette', opened ? null : openPalette);

  const closed = (chosen: CommandName | null) => {
    // The keyboard goes back first: a command such as Find moves it on from there.
    if (focusedBefore.current instanceof HTMLElement) {
      focusedBefore.current.focus({ preventScroll: true });
    }
    // It is told twice, by the dialog and by its overlay, and by then the command may have moved the keyboard.
    focusedBefore.current = null;
    close();
    if (chosen !== null) run(chosen);
  };
  return (
    <>
      {isComing && (
        <VisuallyHidden>
          <input
            autoFocus
            aria-label={t('help.findCommand')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onBlur={() => setIsComing(false)}
          />
        </VisuallyHidden>
      )}
      <Later isWanted={opened}>
        <Palette opened={opened} query={query} onQuery={setQuery} onClosed={closed} />
      </Later>
    </>
  );
}
