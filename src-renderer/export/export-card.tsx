import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { SavedExport } from './saved-export.tsx';
import { UnfinishedExport } from './unfinished-export.tsx';
import { isUnfinished, type Export, type ExportState } from './use-exports.ts';

const titles = {
  waiting: 'screens.export.waiting',
  running: 'screens.export.running',
  saved: 'screens.export.saved',
  inUse: 'screens.export.failed',
  canceled: 'screens.export.title',
  failed: 'screens.export.failed',
} as const satisfies Record<ExportState['status'], string>;

interface ExportCardProps {
  export: Export;
  /** Nothing stands before it. */
  isFirst: boolean;
  /** Told before something is done that takes away the button it was done with. */
  onAct: () => void;
  onStart: (request: ExportTenantsRequest) => void;
  onDismiss: () => void;
}

/** One export: how far it is, or how it ended and what can be done now. */
export function ExportCard(props: ExportCardProps) {
  const { export: shown, isFirst, onAct, onStart, onDismiss } = props;
  const { t } = useTranslation();
  const { request, state, cancel } = shown;
  const again = (changes: Partial<ExportTenantsRequest>) => {
    onAct();
    // In the place of this one.
    onDismiss();
    onStart({ ...request, ...changes });
  };
  return (
    <>
      <Group justify="space-between" wrap="nowrap" mb={6} mih={22}>
        <Text fw={600}>
          {t(state.status === 'waiting' && isFirst ? titles.running : titles[state.status])}
        </Text>
        {!isUnfinished(shown) && (
          <CloseButton size="sm" aria-label={t('screens.common.close')} onClick={onDismiss} />
        )}
      </Group>
      {(state.status === 'running' || state.status === 'waiting') && (
        <UnfinishedExport
          progress={state.status === 'running' ? state : null}
          isFirst={isFirst}
          onCancel={() => {
            onAct();
            cancel();
          }}
        />
      )}
      {state.status === 'saved' && <SavedExport saved={state.saved} />}
      {state.status === 'canceled' && <Text>{t('screens.export.canceled')}</Text>}
      {state.status === 'inUse' && (
        <ErrorAlert error={{ code: 'file_in_use', path: state.inUse.path }}>
          <Button
            size="xs"
            variant="default"
            onClick={() => again({ besideExportId: state.inUse.exportId })}
          >
            {t('screens.export.saveAs', { name: state.inUse.freeName })}
          </Button>
        </ErrorAlert>
      )}
      {state.status === 'failed' && (
        <ErrorAlert error={state.error}>
          <Button size="xs" variant="default" onClick={() => again({})}>
            {t('screens.common.tryAgain')}
          </Button>
        </ErrorAlert>
      )}
    </>
  );
}
