import type { Page } from 'playwright';

/** Fetches a foreign address in the page, and returns the directive of the security policy that forbids it. */
export function violateByFetch(page: Page): Promise<unknown> {
  return page.evaluate<unknown>(`
    new Promise((resolve) => {
      addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
      fetch('https://example.com/').catch(() => undefined);
    })`);
}
