import { Overlay, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../src-shared/record-kinds.ts';

/** Covers the window while a file is dragged over it, and says what dropping it does. */
export function DropOverlay({ records }: { records: RecordKind }) {
  const { t } = useTranslation();
  return (
    <Overlay fixed center backgroundOpacity={0.5}>
      <Text c="white" fw={600}>
        {t('screens.matching.drop', { context: records })}
      </Text>
    </Overlay>
  );
}
