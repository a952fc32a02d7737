import { lazy } from 'react';
import type { ListedTenant } from '../../src-shared/list-tenants.ts';
import { usePast } from '../changes/use-past.ts';
import { useGrid } from '../grid/grid-provider.tsx';
import { useList } from '../list/list-provider.tsx';
import { countRows, useReadRows } from '../list/use-rows.ts';
import { Later } from '../ui/later.tsx';

const TenantDrawer = lazy(async () => ({
  default: (await import('../details/tenant-drawer.tsx')).TenantDrawer,
}));

/** A tenant whose details are shown, and its row in the grid, from 0. */
export interface Opened {
  tenant: ListedTenant;
  row: number;
}

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
  const read = useReadRows();
  const stepTo = (row: number) => {
    if (row < 0 || row >= countRows(shown)) return null;
    return () => {
      void read(row, row + 1).then(([tenant]) => {
        if (tenant !== undefined) onOpen({ tenant, row });
      });
    };
  };
  return (
    <Later isWanted={isOpen}>
      <TenantDrawer
        accountKey={accountKey}
        accounts={accounts}
        past={past?.when ?? null}
        tenant={opened?.tenant ?? null}
        opened={isOpen}
        onClose={() => {
          onClose();
          goToRow.current?.(opened?.row ?? 0);
        }}
        onPrevious={opened && stepTo(opened.row - 1)}
        onNext={opened && stepTo(opened.row + 1)}
      />
    </Later>
  );
}
