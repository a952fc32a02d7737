import { useTranslation } from 'react-i18next';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import { useClock } from '../ui/clock-context.ts';
import { Facts } from '../ui/facts.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';
import { useLanguage } from '../ui/use-language.ts';
import { formatDuration } from './format-duration.ts';

/** The numbers of a refresh run. */
export function RunFacts({ run }: { run: RefreshRun }) {
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
        { name: t('screens.proof.pages'), value: number.format(run.pages) },
        { name: t('screens.proof.rows'), value: number.format(run.rows) },
        { name: t('screens.proof.duplicates'), value: number.format(run.duplicates) },
        { name: t('screens.proof.unreadable'), value: number.format(run.unreadableRows) },
        {
          name: t('screens.proof.lastPage'),
          value: t(
            run.isComplete ? 'screens.proof.lastPageReached' : 'screens.proof.lastPageNotReached',
          ),
        },
        { name: t('screens.proof.duration'), value: formatDuration(run.milliseconds, language) },
        ...(run.periods.length > 1
          ? run.periods.map(({ from, to }, at) => ({
              name: t('screens.proof.part', { number: at + 1 }),
              value: `${formatDate(from)} – ${time(to)}`,
            }))
          : [{ name: t('screens.proof.startedAt'), value: time(run.startedAt) }]),
        ...(run.endedAt === null
          ? []
          : [{ name: t('screens.proof.finishedAt'), value: time(run.endedAt) }]),
      ]}
    />
  );
}
