import { createContext, use, type ReactNode } from 'react';
import type { ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import { ExportPanel } from './export-panel.tsx';
import { useExports } from './use-exports.ts';

const StartContext = createContext<((request: ExportTenantsRequest) => void) | null>(null);

/** Stands above the accounts, so that an export goes on when another one is looked at. */
export function ExportsProvider({ children }: { children: ReactNode }) {
  const exporting = useExports();
  return (
    <StartContext value={exporting.start}>
      {children}
      <ExportPanel exporting={exporting} />
    </StartContext>
  );
}

/** The function that begins an export. */
export function useStartExport(): (request: ExportTenantsRequest) => void {
  const start = use(StartContext);
  if (start === null) throw new Error('useStartExport needs an ExportsProvider above it');
  return start;
}
