import { net } from 'electron';

/**
 * Chromium's network stack, so that the system's proxy, PAC file and certificates hold in company networks. Only to be
 * called once the app is ready. https://www.electronjs.org/docs/latest/api/net#netfetchinput-init
 */
export function netFetch(url: string, init: RequestInit): Promise<Response> {
  return net.fetch(url, init);
}
