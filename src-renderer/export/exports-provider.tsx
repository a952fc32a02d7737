import { createContext, use, type ReactNode } from 'react';
import type { ExportRequest } from '../../src-shared/export-tenants.ts';
import { ExportPanel } from './export-panel.tsx';
import { useExports } from './use-exports.ts';

const StartExportContext = createContext<((request: ExportRequest) => void) | null>(null);

interface ExportsProviderProps {
  /** Exports that did not end because the page crashed. */
  interrupted: readonly ExportRequest[];
  children: ReactNode;
}

/** Runs exports and shows their panel. It is above the accounts, so that exports survive a change of account. */
export function ExportsProvider({ interrupted, children }: ExportsProviderProps) {
  const exports = useExports(interrupted);
  return (
    <StartExportContext value={exports.start}>
      {children}
      <ExportPanel {...exports} />
    </StartExportContext>
  );
}

/** Returns the function that starts an export. */
export function useStartExport(): (request: ExportRequest) => void {
  const start = use(StartExportContext);
  if (start === null) throw new Error('useStartExport must be used inside an ExportsProvider');
  return start;
}
