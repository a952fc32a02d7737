import { UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import classes from './scroll-row.module.css';

/** On which sides of a row there is more to see. */
interface Hidden {
  start: boolean;
  end: boolean;
}

const nothing: Hidden = { start: false, end: false };

/**
 * One line of controls that scrolls sideways if it has no room. The buttons at its ends are for the mouse. With the
 * keyboard, the browser scrolls to the focused control.
 */
export function ScrollRow({ children }: { children: ReactNode }) {
  const container = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState(nothing);
  useEffect(() => {
    const observer = new ResizeObserver(() => setHidden(measure(container.current)));
    for (const { current } of [container, content]) if (current) observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    <div className={classes.row}>
      {(['start', 'end'] as const).map(
        (side) =>
          hidden[side] && (
            <UnstyledButton
              key={side}
              className={classes.button}
              data-side={side}
              aria-hidden="true"
              tabIndex={-1}
              onClick={() => scroll(container.current, side)}
            >
              {side === 'start' ? <IconChevronLeft size={16} /> : <IconChevronRight size={16} />}
            </UnstyledButton>
          ),
      )}
      <div
        ref={container}
        className={classes.container}
        onScroll={() => setHidden(measure(container.current))}
        // The wheel of a mouse scrolls the row, too.
        onWheel={({ deltaY }) => container.current?.scrollBy({ left: deltaY })}
      >
        <div ref={content} className={classes.content}>
          {children}
        </div>
      </div>
    </div>
  );
}

/**
 * Scrolls the row that an element is in until the element is visible. The page stays where the user scrolled it:
 * scrollIntoView() would scroll it, too.
 */
export function scrollRowTo(element: Element | null | undefined): void {
  const row = element?.closest(`.${classes.container}`);
  if (!element || !row) return;
  const padding = Number.parseFloat(getComputedStyle(row).scrollPaddingInlineStart);
  const visible = row.getBoundingClientRect();
  const { left, right } = element.getBoundingClientRect();
  const pastStart = left - padding - visible.left;
  const pastEnd = right + padding - visible.right;
  if (pastStart < 0) row.scrollBy({ left: pastStart });
  // If the row is narrower than the element, it shows its start.
  else if (pastEnd > 0) row.scrollBy({ left: Math.min(pastStart, pastEnd) });
}

function measure(container: HTMLElement | null): Hidden {
  if (container === null) return nothing;
  const { scrollLeft, scrollWidth, clientWidth } = container;
  return { start: scrollLeft > 1, end: scrollLeft < scrollWidth - clientWidth - 1 };
}

function scroll(container: HTMLElement | null, side: 'start' | 'end'): void {
  if (container === null) return;
  const distance = container.clientWidth * 0.7;
  container.scrollBy({ left: side === 'start' ? -distance : distance });
}
