import { lazy } from 'react';
import { LazyDialog } from './lazy-dialog.tsx';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
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
      <LazyDialog command="palette" dialog={Palette} />
      <LazyDialog command="shortcuts" dialog={Shortcuts} />
      <LazyDialog command="copyDiagnostics" dialog={Diagnostics} />
      <LazyDialog command="about" dialog={About} />
    </>
  );
}
