import { AppError } from '../../src-shared/errors.ts';

/** The address in eTelecom's public client code; each partner may be given another. */
export const defaultBaseUrl = 'https://api.etelecom.vn/v1/partner';

/** The service name as public clients spell it, and as a part of the documentation does. */
export const serviceSpellings = ['Etelecom', 'ETelecom'] as const;
export type ServiceSpelling = (typeof serviceSpellings)[number];

/** The service is appended to the base URL with a dot, not a slash. */
export function endpointUrl(baseUrl: string, spelling: ServiceSpelling): string {
  return `${baseUrl}.${spelling}/GetPartnerTenantList`;
}

/**
 * Makes a base URL of what a person typed: `https://host/path`, without a trailing slash. A pasted endpoint loses its
 * service name, an address without a scheme gets `https://`.
 *
 * @throws AppError `base_url_invalid`, `base_url_not_https` (http is for loopback only), `base_url_has_query`,
 * `base_url_no_path` (the service name would become a part of the host, and the key would travel there).
 */
export function parseBaseUrl(typed: string): string {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || text === '') throw refused('base_url_invalid');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw refused('base_url_not_https');
  }
  // An empty query or fragment leaves no trace in the parsed URL, so the text itself is asked.
  if (/[?#]/.test(text) || url.username !== '' || url.password !== '') {
    throw refused('base_url_has_query');
  }
  const path = url.pathname
    .replace(/\/*\.etelecom(\/GetPartnerTenantList)?\/*$/i, '')
    .replace(/\/+$/, '');
  if (path === '') throw refused('base_url_no_path');
  return url.origin + path;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function refused(
  code: 'base_url_invalid' | 'base_url_not_https' | 'base_url_has_query' | 'base_url_no_path',
) {
  return new AppError({ code, message: 'The base URL was refused' });
}
