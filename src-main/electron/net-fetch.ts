import { net } from 'electron';

/**
 * `fetch` on Chromium's network stack, which uses the system's proxy, PAC file and certificates, as company networks
 * require. Call it only after the app is ready. https://www.electronjs.org/docs/latest/api/net#netfetchinput-init
 */
export function netFetch(url: string, init: RequestInit): Promise<Response> {
  return net.fetch(url, init);
}
