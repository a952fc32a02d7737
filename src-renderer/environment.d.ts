/// <reference types="vite/client" />
import type { Bridge } from '../src-shared/channels.ts';
import type { AppError } from '../src-shared/errors.ts';
import type { Texts } from '../src-shared/locales/index.ts';

declare global {
  interface Window {
    /** Put here by the preload. Only main.tsx takes it; everything else gets a client by context. */
    readonly bridge: Bridge;
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
