import type { Locator } from 'playwright';

/**
 * Returns the texts that reach out of an element or are cut off in it. A text that ends in "…" is not cut off, and neither
 * is one for screen readers only.
 */
export async function cutTexts(element: Locator): Promise<string[]> {
  const cut = await element.evaluate((root) => {
    const isHidden = (one: Element) => one.clientWidth === 1 && one.clientHeight === 1;
    const isCut = (node: Node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right } = range.getBoundingClientRect();
      let isOfBlock = true;
      for (let one = node.parentElement; one !== null; one = one.parentElement) {
        const { display, overflowX, textOverflow } = getComputedStyle(one);
        const { left: from, right: to } = one.getBoundingClientRect();
        if (isHidden(one)) return false;
        if (overflowX !== 'visible' || one === root) {
          // Only the block of a text shortens it.
          if (isOfBlock && overflowX === 'hidden' && textOverflow === 'ellipsis') return false;
          if (left < from - 1 || right > to + 1) return true;
        }
        if (one === root) return false;
        if (display !== 'inline') isOfBlock = false;
      }
      return false;
    };
    const cut: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      if (text !== '' && isCut(node)) cut.push(text);
    }
    return cut;
  });
  return [...cut, ...(await flattenedTexts(element))];
}

/**
 * Returns the texts whose lines are higher than the element that hides what reaches out of it, so that the accents or
 * the tails of letters are missing.
 */
export function flattenedTexts(element: Locator): Promise<string[]> {
  return element.evaluate((root) => {
    const isFlattened = (node: Node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      // As high as the letters of the typeface can be, whatever the height of the line is.
      const lines = [...range.getClientRects()];
      for (let one = node.parentElement; one !== null; one = one.parentElement) {
        const { position, overflowY } = getComputedStyle(one);
        // Parts that scroll, or are for screen readers only, hide whole lines on purpose.
        if (one.clientHeight <= 1 || overflowY === 'auto' || overflowY === 'scroll') return false;
        const from = one.getBoundingClientRect().top + one.clientTop;
        const to = from + one.clientHeight;
        const isCut = lines.some(
          ({ top, bottom }) => (top < from - 1 && bottom > from) || (bottom > to + 1 && top < to),
        );
        if (isCut && (overflowY === 'hidden' || overflowY === 'clip')) return true;
        if (one === root || position === 'fixed') return false;
      }
      return false;
    };
    const flattened: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      if (text !== '' && isFlattened(node)) flattened.push(text);
    }
    return flattened;
  });
}
