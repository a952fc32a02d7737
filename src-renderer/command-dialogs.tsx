import { lazy } from 'react';
import { CommandPalette } from './commands/command-palette.tsx';
import { LazyDialog } from './commands/lazy-dialog.tsx';
import { Later } from './ui/later.tsx';

const ShortcutsDialog = lazy(async () => ({
  default: (await import('./commands/shortcuts-dialog.tsx')).ShortcutsDialog,
}));
const AboutDialog = lazy(async () => ({
  default: (await import('./about/about-dialog.tsx')).AboutDialog,
}));
const DiagnosticsDialog = lazy(async () => ({
  default: (await import('./about/diagnostics-dialog.tsx')).DiagnosticsDialog,
}));
const ProxyQuestions = lazy(async () => ({
  default: (await import('./proxy/proxy-questions.tsx')).ProxyQuestions,
}));

/** The dialogs that can open on every screen: the command palette, those of commands, and the question of a proxy. */
export function CommandDialogs() {
  return (
    <>
      <CommandPalette />
      <LazyDialog command="shortcuts" dialog={ShortcutsDialog} />
      <LazyDialog command="copyDiagnostics" dialog={DiagnosticsDialog} />
      <LazyDialog command="about" dialog={AboutDialog} />
      <Later isWanted={false}>
        <ProxyQuestions />
      </Later>
    </>
  );
}
