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

/**
 * Returns whether the control that had the focus is gone, or goes with its dialog, which has faded out. If the list takes
 * a moment, `keepFocus` has moved the focus to the account button.
 */
function isFocusLost(): boolean {
  const focused = document.activeElement;
  return (
    focused === document.body ||
    focused?.closest('[data-closing]') != null ||
    focused?.matches('[data-screen-focus]') === true
  );
}
