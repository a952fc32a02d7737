import type { Page } from 'playwright';

/**
 * Looks for controls whose state cannot be seen in forced colors (Windows high contrast): a switch whose thumb has the
 * color of its track, a segmented control whose chosen part looks like the others, and a dot in the color of the page.
 *
 * @returns a description of each.
 */
export function findUnclearStates(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const background = (element: Element) => getComputedStyle(element).backgroundColor;
    const visible = (selector: string, inside: ParentNode = document) =>
      [...inside.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const switches = visible('.mantine-Switch-track').filter((track) =>
      visible('.mantine-Switch-thumb', track).some(
        (thumb) => background(thumb) === background(track),
      ),
    );
    const segments = visible('.mantine-SegmentedControl-root').filter((control) => {
      const labels = visible('.mantine-SegmentedControl-label', control);
      const chosen = labels.filter((label) => label.matches('[data-active]')).map(background);
      const others = labels.filter((label) => !label.matches('[data-active]')).map(background);
      return chosen.some((color) => others.includes(color));
    });
    const dots = visible('[data-color-dot]').filter(
      (dot) => background(dot) === background(document.body),
    );
    return [
      ...switches.map((track) => `switch: ${track.parentElement?.textContent ?? ''}`),
      ...segments.map((control) => `segmented control: ${control.textContent}`),
      ...dots.map((dot) => `dot: ${dot.parentElement?.textContent ?? ''}`),
    ];
  });
}
