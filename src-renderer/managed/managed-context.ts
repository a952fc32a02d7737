import { createContext, use } from 'react';
import type { ManagedSettings } from '../../src-shared/managed-settings.ts';

const ManagedContext = createContext<ManagedSettings | null>(null);

export const ManagedProvider = ManagedContext.Provider;

/** Returns what the organization has set on this computer. */
export function useManaged(): ManagedSettings {
  const managed = use(ManagedContext);
  if (managed === null) throw new Error('useManaged must be used inside a ManagedProvider');
  return managed;
}
