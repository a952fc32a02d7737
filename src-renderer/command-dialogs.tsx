import { CommandPalette } from './commands/command-palette.tsx';
import { LazyDialog } from './commands/lazy-dialog.tsx';
import { lazyPart } from './texts/lazy-part.tsx';
import { Later } from './ui/later.tsx';

const ShortcutsDialog = lazyPart(
  async () => (await import('./commands/shortcuts-dialog.tsx')).ShortcutsDialog,
);
const WhatsNewDialog = lazyPart(
  async () => (await import('./updates/whats-new-dialog.tsx')).WhatsNewDialog,
);
const UpdatesDialog = lazyPart(
  async () => (await import('./updates/updates-dialog.tsx')).UpdatesDialog,
);
const UpdateBanner = lazyPart(
  async () => (await import('./updates/update-banner.tsx')).UpdateBanner,
);
const AboutDialog = lazyPart(async () => (await import('./about/about-dialog.tsx')).AboutDialog);
const DiagnosticsDialog = lazyPart(
  async () => (await import('./about/diagnostics-dialog.tsx')).DiagnosticsDialog,
);
const ProxyQuestions = lazyPart(
  async () => (await import('./proxy/proxy-questions.tsx')).ProxyQuestions,
);

/**
 * What every screen has: the command palette, the dialogs that a command opens, the question of a proxy, and the banner of
 * a newer version.
 */
export function CommandDialogs() {
  return (
    <>
      <CommandPalette />
      <LazyDialog command="shortcuts" dialog={ShortcutsDialog} />
      <LazyDialog command="whatsNew" dialog={WhatsNewDialog} />
      <LazyDialog command="checkForUpdates" dialog={UpdatesDialog} />
      <LazyDialog command="copyDiagnostics" dialog={DiagnosticsDialog} />
      <LazyDialog command="about" dialog={AboutDialog} />
      <Later isWanted={false}>
        <ProxyQuestions />
        <UpdateBanner />
      </Later>
    </>
  );
}
