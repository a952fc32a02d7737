const minute = 60_000;

/**
 * Reports the time each minute, and when the window is shown or gets the focus: timers stand still while the computer
 * sleeps, and are slow while the window is hidden.
 *
 * @param onTime called with the milliseconds since 1970.
 * @returns a function that ends this.
 */
export function watchTime(
  onTime: (now: number) => void,
  page: { window: EventTarget; document: EventTarget } = { window, document },
): () => void {
  const report = () => onTime(Date.now());
  const timer = setInterval(report, minute);
  page.window.addEventListener('focus', report);
  page.document.addEventListener('visibilitychange', report);
  return () => {
    clearInterval(timer);
    page.window.removeEventListener('focus', report);
    page.document.removeEventListener('visibilitychange', report);
  };
}
