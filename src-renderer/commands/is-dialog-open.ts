/**
 * Returns whether a dialog or a drawer covers the list. One that fades out does not: it has `data-closing` from the moment
 * it was closed, so that no key is lost that is pressed right after Escape.
 */
export function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"]:not([data-closing] *)') !== null;
}
