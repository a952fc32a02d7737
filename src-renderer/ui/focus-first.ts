/**
 * Focuses the first button of an element that has just appeared. A ref for the content of a popover that is loaded when
 * it opens: the popover moves the focus before the content is there.
 */
export function focusFirst(element: HTMLElement | null): void {
  element?.querySelector('button')?.focus({ preventScroll: true });
}
