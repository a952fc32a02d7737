/** The position of a focused control in the page. It is still known after the control has been removed. */
interface Place {
  /** The control, or the screen of a cell of the grid. */
  control: Element;
  /** The ancestors of the control, innermost first, and the index of the control among the controls of each. */
  ancestors: readonly { element: Element; index: number }[];
}

/** Focus moves only within a screen, a dialog or a menu. Each of them sets its own focus when it appears. */
const boundary = 'main, [role="dialog"], [role="menu"]';

/**
 * How long to wait until the focus moves to another screen, in milliseconds. A dialog that was closed returns the focus
 * to the control that opened it, if that is still there: after 10 ms in Mantine.
 */
const returnTime = 50;

/**
 * Moves the focus to a nearby control when the focused control is removed, as a Cancel button is when it is pressed. If
 * its whole screen is removed, as when another account is shown, the focus moves to the account button of the next one.
 * Without this the browser moves the focus to the body, and the next Tab starts at the top of the page. The grid keeps
 * its own focus while its screen is shown.
 */
export function keepFocus(): void {
  let place: Place | null = null;
  /** Whether nothing near the removed control was left. */
  let isLost = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('focusin', ({ target }) => {
    place = target instanceof Element ? findPlace(target) : null;
    isLost = false;
  });
  const focusScreen = () => {
    timer = undefined;
    if (!isLost || document.activeElement !== document.body) return;
    // A small window may be scrolled: after a command of the palette, for example, it stays there.
    findScreenFocus()?.focus({ preventScroll: true });
  };
  new MutationObserver(() => {
    if (place !== null && !place.control.isConnected) {
      const lost = place;
      place = null;
      // The code that removed the control may have moved the focus already.
      if (document.activeElement !== document.body) return;
      const neighbor = findNeighbor(lost);
      neighbor?.focus();
      isLost = neighbor === undefined;
    }
    // The next screen may appear only after its list was read: this then runs again.
    if (isLost) timer ??= setTimeout(focusScreen, returnTime);
  }).observe(document.body, { childList: true, subtree: true });
}

function findScreenFocus(): HTMLElement | null {
  // A dialog keeps the focus inside.
  if (document.querySelector('[aria-modal="true"]:not([data-closing] *)') !== null) return null;
  return document.querySelector<HTMLElement>('[data-screen-focus]');
}

function findPlace(control: Element): Place | null {
  if (control.closest('[role="grid"]') !== null) {
    const screen = control.closest('main');
    return screen && { control: screen, ancestors: [] };
  }
  const ancestors = [];
  for (
    let element = control.parentElement;
    element !== null && element !== document.body;
    element = element.matches(boundary) ? null : element.parentElement
  ) {
    ancestors.push({ element, index: findControls(element).findIndex((one) => one === control) });
  }
  return { control, ancestors };
}

/** Returns the control that is now at the index of the removed one, or the last one before it. */
function findNeighbor({ ancestors }: Place): HTMLElement | undefined {
  for (const { element, index } of ancestors) {
    const controls = element.isConnected ? findControls(element) : [];
    if (controls.length > 0) return controls[Math.min(Math.max(index, 0), controls.length - 1)];
  }
  return undefined;
}

/** Returns the controls that Tab reaches, in their order. */
function findControls(element: Element): HTMLElement[] {
  const candidates = element.querySelectorAll<HTMLElement>('button, input, select, [tabindex]');
  return [...candidates].filter(
    (control) =>
      control.tabIndex >= 0 && !control.matches(':disabled') && control.checkVisibility(),
  );
}
