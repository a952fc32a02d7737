import { useTranslation } from 'react-i18next';
import type { Walk } from '../../src-shared/saved-list.ts';
import { useClock } from '../ui/clock-context.ts';
import { Facts } from '../ui/facts.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';
import { useLanguage } from '../ui/use-language.ts';
import { formatDuration } from './duration.ts';

/** What one walk through the server's pages has read. */
export function WalkFacts({ walk }: { walk: Walk }) {
  const { t } = useTranslation();
  const dateFormat = useDateFormat();
  const clock = useClock();
  const language = useLanguage();
  const number = new Intl.NumberFormat(language);
  const time = (text: string) => `${dateFormat(text)} (${clock.label})`;
  return (
    <Facts
      nameWidth="13rem"
      facts={[
        { name: t('screens.proof.pages'), value: number.format(walk.pages) },
        { name: t('screens.proof.rows'), value: number.format(walk.rows) },
        { name: t('screens.proof.doubles'), value: number.format(walk.doubles) },
        { name: t('screens.proof.unreadable'), value: number.format(walk.unreadableRows) },
        {
          name: t('screens.proof.chain'),
          value: t(walk.isComplete ? 'screens.proof.chainEnded' : 'screens.proof.chainOpen'),
        },
        { name: t('screens.proof.took'), value: formatDuration(walk.milliseconds, language) },
        { name: t('screens.proof.startedAt'), value: time(walk.startedAt) },
        ...(walk.endedAt === null
          ? []
          : [{ name: t('screens.proof.endedAt'), value: time(walk.endedAt) }]),
      ]}
    />
  );
}
