import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';
import type { FilterValues } from '../../src-shared/filter-values.ts';
import type { ExportableColumn } from '../../src-shared/tenant-fields.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useCommand } from '../commands/commands-context.ts';
import { settingsQuery } from '../queries/settings-query.ts';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import { ExportAgain } from './export-again.tsx';
import type { Exportable } from './export-choices.ts';
import { useStartExport } from './exports-provider.tsx';

const ExportDialog = lazyPart(async () => (await import('./export-dialog.tsx')).ExportDialog);

interface ExportButtonProps {
  accountId: string;
  /** What is exported. */
  records: RecordKind;
  exportable: Exportable;
  /** The values that the list is filtered by, with relative days as they were chosen. */
  filterValues: FilterValues;
  /** The baseline of the changes in words; `null` if there is nothing to compare. */
  changesSince: string | null;
  visibleColumns: readonly ExportableColumn[];
  /** As for `ExportDialog`. */
  hasHotlines: boolean;
  /** The saved view on screen; `null` for all tenants. */
  viewId: string | null;
  /** The options of the last export of the shown view; `null` for those of the account's last export. */
  viewOptions: ExportOptions | null;
  /** Called with the options of each export. */
  onExport: (options: ExportOptions) => void;
  /** Called before the dialog opens. */
  onOpen: () => void;
}

/**
 * A button that opens the export dialog, and a menu of recent exports. The dialog has the options of the last export of the
 * shown view, or else of the account.
 */
export function ExportButton(props: ExportButtonProps) {
  const { accountId, records, exportable, filterValues, changesSince, visibleColumns } = props;
  const { viewId, viewOptions, onOpen } = props;
  const { t } = useTranslation();
  const call = useCall();
  const client = useQueryClient();
  const start = useStartExport();
  const [opened, dialog] = useDisclosure();
  const query = settingsQuery(call, accountId);
  const settings = useQuery(query);
  const open = () => {
    onOpen();
    dialog.open();
  };
  useCommand('export', open);
  return (
    <>
      <Button.Group>
        <Button size="xs" leftSection={<IconFileSpreadsheet size={16} />} onClick={open}>
          {t('screens.export.exportButton')}
        </Button>
        <ExportAgain accountId={accountId} viewId={viewId} />
      </Button.Group>
      <Later isWanted={opened}>
        <ExportDialog
          opened={opened && !settings.isPending}
          onClose={dialog.close}
          {...{ accountId, records }}
          exportable={exportable}
          changesSince={changesSince}
          visibleColumns={visibleColumns}
          hasHotlines={props.hasHotlines}
          options={viewOptions ?? settings.data?.exportOptions ?? defaultExportOptions}
          onExport={(request) => {
            dialog.close();
            // Columns of hotlines do not apply to tenants, so these options are not kept.
            if (records === 'tenants') {
              client.setQueryData(
                query.queryKey,
                (known) => known && { ...known, exportOptions: request.options },
              );
            }
            props.onExport(request.options);
            start({ ...request, filterValues, ...(viewId !== null && { viewId }) });
          }}
        />
      </Later>
    </>
  );
}
