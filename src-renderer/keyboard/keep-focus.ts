/** Where the keyboard is, to be found again once the control itself has gone. */
interface Place {
  control: Element;
  /** What the control is in, from the inside out, and which of the controls in there it is. */
  within: readonly { element: Element; index: number }[];
}

/** A screen or a dialog: when that goes, so does every place in it, and what comes next has its own first control. */
const whole = 'main, [role="dialog"], [role="menu"]';

/**
 * Keeps the keyboard near its place when the control that has it goes, as *Cancel* does when it is pressed: the browser
 * would leave it nowhere, and the next Tab would begin at the top. The grid keeps its own.
 */
export function keepFocus(): void {
  let place: Place | null = null;
  document.addEventListener('focusin', ({ target }) => {
    place = target instanceof Element ? placeOf(target) : null;
  });
  new MutationObserver(() => {
    if (place === null || place.control.isConnected) return;
    const lost = place;
    place = null;
    // Whoever took it away may have put it somewhere else.
    if (document.activeElement === document.body) successorOf(lost)?.focus();
  }).observe(document.body, { childList: true, subtree: true });
}

function placeOf(control: Element): Place | null {
  if (control.closest('[role="grid"]') !== null) return null;
  const within = [];
  for (
    let element = control.parentElement;
    element !== null && element !== document.body;
    element = element.matches(whole) ? null : element.parentElement
  ) {
    within.push({ element, index: controlsIn(element).findIndex((one) => one === control) });
  }
  return { control, within };
}

/** The one that has come in its place or the one after it, else the last one before it. */
function successorOf({ within }: Place): HTMLElement | undefined {
  for (const { element, index } of within) {
    const controls = element.isConnected ? controlsIn(element) : [];
    if (controls.length > 0) return controls[Math.min(Math.max(index, 0), controls.length - 1)];
  }
  return undefined;
}

/** Those that Tab comes to, in their order. */
function controlsIn(element: Element): HTMLElement[] {
  const candidates = element.querySelectorAll<HTMLElement>('button, input, select, [tabindex]');
  return [...candidates].filter(
    (control) =>
      control.tabIndex >= 0 && !control.matches(':disabled') && control.checkVisibility(),
  );
}
