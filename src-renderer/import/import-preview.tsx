import { Paper, ScrollArea, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { guardFormula } from '../../src-shared/guard-formula.ts';
import type { ImportProblem, ImportReport } from '../../src-shared/import-annotations.ts';
import { longestNote, longestOwnerName, longestTag, mostTags } from '../../src-shared/limits.ts';
import { CopyButton } from '../ui/copy-button.tsx';

/** More of them would make the dialog slow. All can be copied. */
const shownValues = 200;

/** The counts of a report, in the order in which they are shown. */
const changeCounts = [
  'notesAdded',
  'notesReplaced',
  'tagged',
  'ownersNamed',
  'ownersRenamed',
] as const;
const otherCounts = ['unchangedRows', 'rowsWithoutTenant'] as const;

/** The limits that the texts of the problems name. */
const limits: Partial<Record<ImportProblem, number>> = {
  nameTooLong: longestOwnerName,
  tagTooLong: longestTag,
  noteTooLong: longestNote,
  tooManyTags: mostTags,
};

interface ImportPreviewProps {
  /** `undefined` until it is known. */
  report: ImportReport | undefined;
  isReading: boolean;
  /** Whether a column to import is chosen. */
  isMapped: boolean;
}

/** Shows what an import would change and what it cannot. Its height is fixed, so that the buttons below do not move. */
export function ImportPreview({ report, isReading, isMapped }: ImportPreviewProps) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="xs">
      <ScrollArea
        h={170}
        type="auto"
        viewportProps={{
          tabIndex: 0,
          role: 'region',
          'aria-label': t('import.preview'),
          'aria-busy': isReading,
        }}
      >
        {isMapped && report !== undefined && <Report report={report} />}
        {isMapped && report === undefined && isReading && (
          <Stack gap="xs">
            <Skeleton height={14} width="60%" />
            <Skeleton height={14} width="40%" />
          </Stack>
        )}
        {!isMapped && <Text size="sm">{t('import.chooseColumns')}</Text>}
      </ScrollArea>
    </Paper>
  );
}

function Report({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const { notFound, problems } = report;
  const changes = changeCounts.filter((count) => report[count] > 0);
  const others = otherCounts.filter((count) => report[count] > 0);
  return (
    <Stack gap={6} pr="xs">
      <div role="status">
        {changes.length === 0 && (
          <Text size="sm" fw={600}>
            {t('import.nothing')}
          </Text>
        )}
        {changes.map((count) => (
          <Text key={count} size="sm" fw={600}>
            {t(`import.counts.${count}`, { count: report[count] })}
          </Text>
        ))}
        {others.map((count) => (
          <Text key={count} size="sm" c="dimmed">
            {t(`import.counts.${count}`, { count: report[count] })}
          </Text>
        ))}
      </div>
      {notFound.length > 0 && (
        <Values text={t('import.notFound', { count: notFound.length })} values={notFound} />
      )}
      {problems.map(({ problem, values }) => (
        <Values
          key={problem}
          text={t(`import.problems.${problem}`, { most: limits[problem] })}
          values={values}
        />
      ))}
    </Stack>
  );
}

function Values({ text, values }: { text: string; values: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm">
        {text}
        <CopyButton
          name={text}
          value={values.map((value) => guardFormula(value, 'none')).join('\n')}
        />
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {values.slice(0, shownValues).join(' · ')}
        {values.length > shownValues &&
          ` · ${t('screens.matching.more', { count: values.length - shownValues })}`}
      </Text>
    </div>
  );
}
