/** Chromium cannot be given a custom scheme; the localhost suffix keeps the pages a secure context. */
const pageSuffix = '.app.localhost';

/** `app://bundle/x` → `https://bundle.app.localhost/x`; throws for an address that is not the app's own. */
export function toPageUrl(appUrl: string): string {
  const url = new URL(appUrl);
  if (url.protocol !== 'app:') throw new Error(`not modeled: loading ${appUrl}`);
  return `https://${url.host}${pageSuffix}${url.pathname}${url.search}${url.hash}`;
}

/** `https://bundle.app.localhost/x` → `app://bundle/x`; any other address comes back as it is. */
export function toAppUrl(pageUrl: string): string {
  if (!URL.canParse(pageUrl)) return pageUrl;
  const url = new URL(pageUrl);
  if (url.protocol !== 'https:' || !url.host.endsWith(pageSuffix)) return pageUrl;
  const host = url.host.slice(0, -pageSuffix.length);
  return `app://${host}${url.pathname}${url.search}${url.hash}`;
}

/** The origin as Electron's frames report it; Node says `null` for a custom scheme. */
export function originOf(appUrl: string): string {
  if (!URL.canParse(appUrl)) return 'null';
  const url = new URL(appUrl);
  return url.host === '' ? 'null' : `${url.protocol}//${url.host}`;
}
