import type { Locator } from 'playwright';

/**
 * Returns the texts that reach out of an element or are cut off in it. A text that ends in "…" is not cut off, and neither
 * is one for screen readers only.
 */
export function cutTexts(element: Locator): Promise<string[]> {
  return element.evaluate((root) => {
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
}
