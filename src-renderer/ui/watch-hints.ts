/**
 * How long the pointer or the focus stays on an element before its hint is shown, in milliseconds. If the hint of another
 * element is open, the next one follows at once.
 */
const openDelay = 400;

/** How long after a click or a key a changed hint is its result, such as "Copied", in milliseconds. */
const resultDelay = 1000;

export interface Hint {
  element: HTMLElement;
  text: string;
  isOpen: boolean;
}

/**
 * Watches which element with a hint is under the pointer, or got the focus by a key. A click or a key closes its hint. If
 * that changes the hint, such as to "Copied", the new one is shown at once.
 *
 * @param onHint called when an element is reached, when its hint opens or changes, and at each click or key.
 * @returns a function that stops watching.
 */
export function watchHints(onHint: (hint: Hint) => void): () => void {
  let element: HTMLElement | null = null;
  let timer: number | undefined;
  let isOpen = false;
  const report = (willBeOpen: boolean) => {
    clearTimeout(timer);
    // The element may have been removed while the pointer was at rest.
    isOpen = willBeOpen && element?.isConnected === true;
    if (element !== null) onHint({ element, text: element.dataset.hint ?? '', isOpen });
  };
  let pressedAt = -Infinity;
  const press = () => {
    pressedAt = performance.now();
    report(false);
  };
  const changes = new MutationObserver(() =>
    report(isOpen || performance.now() - pressedAt < resultDelay),
  );
  const reach = (target: EventTarget | null) => {
    const reached = target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;
    if (reached === element) return;
    changes.disconnect();
    const follows = isOpen;
    report(false);
    element = reached;
    if (reached === null) return;
    report(false);
    changes.observe(reached, { attributeFilter: ['data-hint'] });
    timer = window.setTimeout(() => report(true), follows ? 0 : openDelay);
  };

  const watching = new AbortController();
  const { signal } = watching;
  document.addEventListener('pointerover', (event) => reach(event.target), { signal });
  document.addEventListener('pointerout', ({ relatedTarget }) => reach(relatedTarget), { signal });
  document.addEventListener('pointerdown', press, { signal, capture: true });
  // Not when the app moves the focus, such as to the first button of a dialog that opens.
  let isMovedByKey = false;
  document.addEventListener(
    'keydown',
    ({ key }) => {
      isMovedByKey = key === 'Tab' || key.startsWith('Arrow');
      press();
    },
    { signal, capture: true },
  );
  document.addEventListener('keyup', () => (isMovedByKey = false), { signal, capture: true });
  document.addEventListener('focusin', ({ target }) => isMovedByKey && reach(target), { signal });
  document.addEventListener('focusout', () => isMovedByKey && reach(null), { signal });
  return () => {
    watching.abort();
    changes.disconnect();
    clearTimeout(timer);
  };
}
