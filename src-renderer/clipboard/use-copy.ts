import { useTranslation } from 'react-i18next';
import { useNotice } from '../ui/notice-provider.tsx';
import { writeClipboard, type CopiedTable } from './write-clipboard.ts';

/**
 * Returns a function that copies a table, and shows the result in a notice.
 *
 * Its second parameter is the number of requested rows. The table can have fewer.
 */
export function useCopy(): (table: Promise<CopiedTable>, of: number) => Promise<void> {
  const { t } = useTranslation();
  const show = useNotice();
  return async (table, of) => {
    try {
      await writeClipboard(table);
      const count = (await table).rows.length;
      show({
        text:
          count < of ? t('grid.copy.copiedFirst', { count, of }) : t('grid.copy.copied', { count }),
      });
    } catch {
      // The system refused, or the rows could not be read. Nothing was copied in either case.
      show({ text: t('grid.copy.refused') });
    }
  };
}
