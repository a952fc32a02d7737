/** Focuses the list as soon as its rows are there, unless something else gets the focus before. */
export function focusList(): void {
  /** Returns whether there is nothing left to do. */
  const tryToFocus = () => {
    if (!isFocusLost()) return true;
    const cell = document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]');
    cell?.focus();
    return cell !== null;
  };
  if (tryToFocus()) return;
  const observer = new MutationObserver(() => {
    if (tryToFocus()) observer.disconnect();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

/** Returns whether nothing has the focus, because the control that had it is gone. */
function isFocusLost(): boolean {
  return document.activeElement === document.body;
}
