import { createContext, use } from 'react';
import type { FailedParts } from './failed-parts.ts';

const FailedPartsContext = createContext<FailedParts | null>(null);

/** Provides the parts of the page that failed. */
export const FailedPartsProvider = FailedPartsContext.Provider;

/** Returns the parts of the page that failed. */
export function useFailedParts(): FailedParts {
  const failedParts = use(FailedPartsContext);
  if (failedParts === null) {
    throw new Error('useFailedParts must be used inside a FailedPartsProvider');
  }
  return failedParts;
}
