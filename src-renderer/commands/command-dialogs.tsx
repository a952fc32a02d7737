import { lazy } from 'react';
import { CommandPalette } from './command-palette.tsx';
import { LazyDialog } from './lazy-dialog.tsx';

const Shortcuts = lazy(async () => ({
  default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog,
}));
const About = lazy(async () => ({
  default: (await import('../about/about-dialog.tsx')).AboutDialog,
}));
const Diagnostics = lazy(async () => ({
  default: (await import('../about/diagnostics-dialog.tsx')).DiagnosticsDialog,
}));

/** What the app says of itself, and of what it can do. */
export function CommandDialogs() {
  return (
    <>
      <CommandPalette />
      <LazyDialog command="shortcuts" dialog={Shortcuts} />
      <LazyDialog command="copyDiagnostics" dialog={Diagnostics} />
      <LazyDialog command="about" dialog={About} />
    </>
  );
}
