import { VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import { isDialogOpen } from './is-dialog-open.ts';
import type { OfferedName } from './commands.ts';
import { useCommand, useRunCommand } from './commands-context.ts';

const PaletteDialog = lazyPart(async () => (await import('./palette-dialog.tsx')).PaletteDialog);

/**
 * The command palette. Its dialog is loaded when the page is idle. If the user opens it earlier, a hidden input keeps
 * what they type until the dialog is rendered.
 */
export function CommandPalette() {
  const { t } = useTranslation();
  const run = useRunCommand();
  const [opened, { open, close }] = useDisclosure();
  const [isLoading, setIsLoading] = useState(false);
  const [query, setQuery] = useState('');
  const focusedBefore = useRef<Element>(null);
  const openPalette = () => {
    focusedBefore.current = document.activeElement;
    setIsLoading(true);
    open();
  };
  useCommand('palette', opened ? null : openPalette);

  const finish = (chosen: OfferedName | null) => {
    // The focus returns before the command runs: a command such as Find moves it elsewhere.
    // A dialog that was opened while the palette faded out has the focus already.
    if (focusedBefore.current instanceof HTMLElement && !isDialogOpen()) {
      focusedBefore.current.focus({ preventScroll: true });
    }
    // The dialog and its overlay both call this. Before the second call, the command may have moved the focus.
    focusedBefore.current = null;
    close();
    if (chosen !== null) run(chosen);
  };
  return (
    <>
      {isLoading && (
        <VisuallyHidden>
          <input
            autoFocus
            aria-label={t('help.findCommand')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onBlur={() => setIsLoading(false)}
          />
        </VisuallyHidden>
      )}
      <Later isWanted={opened}>
        <PaletteDialog opened={opened} query={query} onQuery={setQuery} onClosed={finish} />
      </Later>
    </>
  );
}
