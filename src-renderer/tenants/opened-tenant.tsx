import { useMutation } from '@tanstack/react-query';
import { usePast } from '../changes/use-past.ts';
import { useGrid } from '../grid/grid-provider.tsx';
import { useList } from '../list/list-provider.tsx';
import { countRows, useReadRow, useRowAt } from '../list/use-rows.ts';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import { useViews } from '../views/views-provider.tsx';
import { findNeighbors, type Opened } from './find-neighbors.ts';

const TenantDrawer = lazyPart(
  async () => (await import('../details/tenant-drawer.tsx')).TenantDrawer,
);

interface OpenedTenantProps {
  /** The opened tenant, also while the drawer closes; `null` before the first one. */
  opened: Opened | null;
  isOpen: boolean;
  onOpen: (opened: Opened) => void;
  onClose: () => void;
}

/** The details of a row of the grid, from which the user can go up and down through the rows. */
export function OpenedTenant({ opened, isOpen, onOpen, onClose }: OpenedTenantProps) {
  const { accountKey, accounts, shown } = useList();
  const past = usePast();
  const { goToRow } = useGrid();
  const { showFiltered } = useViews();
  const tenantAt = useRowAt();
  const readRow = useReadRow();
  const step = useMutation({
    mutationFn: readRow,
    onSuccess: (tenant, row) => {
      if (tenant !== undefined) onOpen({ tenant, row });
    },
  });
  const neighbors = isOpen && opened ? findNeighbors(opened, tenantAt) : null;
  const close = (row: number) => {
    onClose();
    step.reset();
    goToRow.current?.(row);
  };
  const stepTo = (row: number | undefined) =>
    row === undefined || row < 0 || row >= countRows(shown) ? null : () => step.mutate(row);
  return (
    <Later isWanted={isOpen}>
      <TenantDrawer
        accountKey={accountKey}
        accounts={accounts}
        past={past?.when ?? null}
        isAboutChanges={shown?.request.filter.change !== undefined}
        tenant={opened?.tenant ?? null}
        error={step.error}
        opened={isOpen}
        onClose={() => close(neighbors?.row ?? 0)}
        onPrevious={stepTo(neighbors?.previous)}
        onNext={stepTo(neighbors?.next)}
        onOpen={(tenant) => {
          step.reset();
          onOpen({ tenant, row: neighbors?.row ?? 0 });
        }}
        onShowOwner={({ records, ownerId, accountId }) => {
          showFiltered(records, {
            ownerIds: [ownerId],
            ...(accountId !== undefined && { accountIds: [accountId] }),
          });
          close(0);
        }}
      />
    </Later>
  );
}
