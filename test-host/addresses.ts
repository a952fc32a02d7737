/** Chromium has no way to add a custom scheme. The localhost suffix makes the pages a secure context. */
const pageSuffix = '.app.localhost';

/** Converts `app://bundle/x` to `https://bundle.app.localhost/x`. @throws if the scheme is not `app`. */
export function toPageUrl(appUrl: string): string {
  const url = new URL(appUrl);
  if (url.protocol !== 'app:') throw new Error(`not modeled: loading ${appUrl}`);
  return `https://${url.host}${pageSuffix}${url.pathname}${url.search}${url.hash}`;
}

/** Converts `https://bundle.app.localhost/x` to `app://bundle/x`; returns other addresses unchanged. */
export function toAppUrl(pageUrl: string): string {
  if (!URL.canParse(pageUrl)) return pageUrl;
  const url = new URL(pageUrl);
  if (url.protocol !== 'https:' || !url.host.endsWith(pageSuffix)) return pageUrl;
  const host = url.host.slice(0, -pageSuffix.length);
  return `app://${host}${url.pathname}${url.search}${url.hash}`;
}

/** Returns the origin as Electron's frames report it. Node's URL returns `null` for a custom scheme. */
export function originOf(appUrl: string): string {
  if (!URL.canParse(appUrl)) return 'null';
  const url = new URL(appUrl);
  return url.host === '' ? 'null' : `${url.protocol}//${url.host}`;
}
