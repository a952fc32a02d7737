import { useTranslation } from 'react-i18next';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { useClock } from '../ui/clock-context.ts';
import { Facts } from '../ui/facts.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';
import { useLanguage } from '../ui/use-language.ts';
import { formatDuration } from './format-duration.ts';

/** The numbers of a refresh run. */
export function RunFacts({ run, records }: { run: RefreshRun; records: RecordKind }) {
  const { t } = useTranslation();
  const formatDate = useDateFormat();
  const clock = useClock();
  const language = useLanguage();
  const number = new Intl.NumberFormat(language);
  const time = (text: string) => `${formatDate(text)} (${clock.label})`;
  return (
    <Facts
      nameWidth="13rem"
      facts={[
        { name: t('proof.pages'), value: number.format(run.pages) },
        { name: t('proof.rows', { context: records }), value: number.format(run.rows) },
        { name: t('proof.duplicates'), value: number.format(run.duplicates) },
        { name: t('proof.unreadable'), value: number.format(run.unreadableRows) },
        {
          name: t('proof.lastPage'),
          value: t(run.isComplete ? 'proof.lastPageReached' : 'proof.lastPageNotReached'),
        },
        { name: t('proof.duration'), value: formatDuration(run.milliseconds, language) },
        ...(run.periods.length > 1
          ? run.periods.map(({ from, to }, at) => ({
              name: t('proof.part', { number: at + 1 }),
              value: `${formatDate(from)} – ${time(to)}`,
            }))
          : [{ name: t('proof.startedAt'), value: time(run.startedAt) }]),
        ...(run.endedAt === null
          ? []
          : [{ name: t('proof.finishedAt'), value: time(run.endedAt) }]),
      ]}
    />
  );
}
