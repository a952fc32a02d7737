import { useSyncExternalStore } from 'react';

/** Returns how many pixels of the screen a CSS pixel has. It depends on the screen and on the zoom of the window. */
export function useDevicePixelRatio(): number {
  return useSyncExternalStore(watchRatio, () => window.devicePixelRatio);
}

function watchRatio(onChange: () => void): () => void {
  const controller = new AbortController();
  const watch = () => {
    // The query matches until the ratio changes, so the next change needs another one.
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const changed = () => {
      watch();
      onChange();
    };
    query.addEventListener('change', changed, { once: true, signal: controller.signal });
  };
  watch();
  return () => controller.abort();
}
