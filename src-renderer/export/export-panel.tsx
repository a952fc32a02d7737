import { Suspense } from 'react';
import { lazyPart } from '../texts/lazy-part.tsx';
import classes from './export-panel.module.css';
import type { ExportList } from './use-exports.ts';

const ExportCards = lazyPart(async () => (await import('./export-cards.tsx')).ExportCards);

/** A panel over the corner of the window that shows all exports. It is invisible if there are none. */
export function ExportPanel(list: ExportList) {
  return (
    // Always rendered: screen readers announce new content only of a live region that was there before.
    <div className={classes.place} role="status">
      {list.exports.length > 0 && (
        <Suspense>
          <ExportCards {...list} />
        </Suspense>
      )}
    </div>
  );
}
