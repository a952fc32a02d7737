import type { TFunction } from 'i18next';
import type { ImportReport } from '../../src-shared/import-annotations.ts';

/** Says in one sentence what was imported. */
export function importedText(t: TFunction, report: ImportReport): string {
  const counts = [
    ['notes', report.notesAdded + report.notesReplaced],
    ['tags', report.tagged],
    ['names', report.ownersNamed + report.ownersRenamed],
  ] as const;
  const changes = counts.flatMap(([what, count]) =>
    count === 0 ? [] : [t(`import.done.${what}`, { count })],
  );
  return changes.length === 0
    ? t('import.done.nothing')
    : t('import.done.imported', { changes: changes.join(', ') });
}
