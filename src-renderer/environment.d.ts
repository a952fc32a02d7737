/// <reference types="vite/client" />
import type { Bridge } from '../src-shared/bridge.ts';
import type { AppError } from '../src-shared/errors.ts';
import type { Texts } from '../src-shared/locales/en/index.ts';

declare global {
  interface Window {
    /** Set by the preload script. Only main.ts and start.tsx use it; components get a function from the BridgeProvider. */
    readonly bridge: Bridge;
    /** TypeScript's own types do not have it: https://developer.mozilla.org/docs/Web/API/TrustedTypePolicyFactory */
    readonly trustedTypes?: {
      createPolicy: (
        name: string,
        rules: { createHTML: (text: string) => string | null },
      ) => object;
    };
  }
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Texts };
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AppError;
  }
}
