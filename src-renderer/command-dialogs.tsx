import { lazy } from 'react';
import { CommandPalette } from './commands/command-palette.tsx';
import { LazyDialog } from './commands/lazy-dialog.tsx';

const ShortcutsDialog = lazy(async () => ({
  default: (await import('./commands/shortcuts-dialog.tsx')).ShortcutsDialog,
}));
const AboutDialog = lazy(async () => ({
  default: (await import('./about/about-dialog.tsx')).AboutDialog,
}));
const DiagnosticsDialog = lazy(async () => ({
  default: (await import('./about/diagnostics-dialog.tsx')).DiagnosticsDialog,
}));

/** The command palette and the dialogs that a command opens on every screen. */
export function CommandDialogs() {
  return (
    <>
      <CommandPalette />
      <LazyDialog command="shortcuts" dialog={ShortcutsDialog} />
      <LazyDialog command="copyDiagnostics" dialog={DiagnosticsDialog} />
      <LazyDialog command="about" dialog={AboutDialog} />
    </>
  );
}
