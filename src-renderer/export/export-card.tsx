import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../src-shared/errors.ts';
import type { ExportRequest } from '../../src-shared/export-tenants.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { withOtherFile } from './repeat-of.ts';
import { SavedExport } from './saved-export.tsx';
import { UnfinishedExport } from './unfinished-export.tsx';
import { useHideLater } from './use-hide-later.ts';
import { isUnfinished, type Export, type ExportState } from './use-exports.ts';

const titles = {
  waiting: 'screens.export.waiting',
  running: 'screens.export.running',
  saved: 'screens.export.saved',
  inUse: 'screens.export.failed',
  canceled: 'screens.export.title',
  failed: 'screens.export.failed',
} as const satisfies Record<ExportState['status'], string>;

const fileCodes: readonly ErrorCode[] = [
  'folder_not_writable',
  'folder_missing',
  'disk_full',
  'disk_gone',
  'name_too_long',
  'name_invalid',
  'file_failed',
];

/** Returns whether another folder or name can resolve an error. */
function isAboutFile(code: ErrorCode): boolean {
  return fileCodes.includes(code);
}

interface ExportCardProps {
  export: Export;
  /** No other export is running or waiting before this one. */
  isFirst: boolean;
  /** It must not disappear now. */
  isHeld: boolean;
  /** Called before an action that removes its own button, to move the focus elsewhere. */
  onBeforeAction: () => void;
  onStart: (request: ExportRequest) => void;
  onDismiss: () => void;
}

/** One export: its progress, or its result and the actions for it. */
export function ExportCard(props: ExportCardProps) {
  const { export: shown, isFirst, isHeld, onBeforeAction, onStart, onDismiss } = props;
  const { t } = useTranslation();
  const { request, state, cancel } = shown;
  useHideLater(state.status === 'canceled' && !isHeld, onDismiss);
  const restart = (changed: ExportRequest) => {
    onBeforeAction();
    // The new export replaces this one in the panel.
    onDismiss();
    onStart(changed);
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
            onBeforeAction();
            cancel();
          }}
        />
      )}
      {state.status === 'saved' && (
        <SavedExport saved={state.saved} isHeld={isHeld} onHide={onDismiss} />
      )}
      {state.status === 'canceled' && <Text>{t('screens.export.canceled')}</Text>}
      {state.status === 'inUse' && (
        <ErrorAlert error={{ code: 'file_in_use', path: state.inUse.path }}>
          <Button
            size="xs"
            variant="default"
            onClick={() => restart({ ...request, besideExportId: state.inUse.exportId })}
          >
            {t('screens.export.saveAs', { name: state.inUse.freeName })}
          </Button>
        </ErrorAlert>
      )}
      {state.status === 'failed' && (
        <ErrorAlert error={state.error}>
          {isAboutFile(state.error.code) ? (
            <Button size="xs" variant="default" onClick={() => restart(withOtherFile(request))}>
              {t('screens.export.chooseFolder')}
            </Button>
          ) : (
            <Button size="xs" variant="default" onClick={() => restart(request)}>
              {t('screens.export.retry')}
            </Button>
          )}
        </ErrorAlert>
      )}
    </>
  );
}
