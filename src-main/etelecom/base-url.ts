import { AppError } from '../../src-shared/errors.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { quotes, unwrap } from './pasted-text.ts';

/** The address in eTelecom's public client code. A partner may have a different one. */
export const defaultBaseUrl = 'https://api.etelecom.vn/v1/partner';

/** The service name as public clients spell it, and as some of the documentation spells it. */
export const serviceSpellings = ['Etelecom', 'ETelecom'] as const;
export type ServiceSpelling = (typeof serviceSpellings)[number];

/** The methods of the API that list records. */
const methods: Record<RecordKind, string> = {
  tenants: 'GetPartnerTenantList',
  hotlines: 'GetPartnerHotlineList',
};

/** Returns the URL that lists records. The service name follows the base URL after a dot, not a slash. */
export function endpointUrl(
  baseUrl: string,
  spelling: ServiceSpelling,
  records: RecordKind = 'tenants',
): string {
  return `${baseUrl}.${spelling}/${methods[records]}`;
}

/** The address in a longer text, such as a curl command or a line of a settings file. */
const addressInText = new RegExp(`https?://[^\\s${quotes}<>]+`, 'giu');

/**
 * Converts what a user typed to a base URL: `https://host/path` without a trailing slash. Removes the service name from a
 * pasted endpoint, adds a missing `https://`, and finds the only address in a longer text.
 *
 * @throws AppError `base_url_invalid`; `base_url_not_https` (only a loopback address may use http); `base_url_has_query`;
 * `base_url_no_path` (the service name would become part of the host, and the key would be sent to that host).
 */
export function parseBaseUrl(typed: string): string {
  const text = findAddress(unwrap(typed));
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  // `https:\\\\host` would become the host `https`.
  if (url === null || text === '' || /\s/.test(text) || /^https?$/.test(url.hostname)) {
    throw refused('base_url_invalid');
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw refused('base_url_not_https');
  }
  // The parsed URL does not show an empty query or fragment, so test the text.
  if (/[?#]/.test(text) || url.username !== '' || url.password !== '') {
    throw refused('base_url_has_query');
  }
  const path = url.pathname
    .replace(/\/*\.etelecom(\/GetPartner(Tenant|Hotline)List)?\/*$/i, '')
    // Also the full stop of a sentence.
    .replace(/[/.]+$/, '');
  if (path === '') throw refused('base_url_no_path');
  const baseUrl = url.origin + path;
  // What was removed may have hidden more, as in `https://host/path/(/`. A base URL always parses to itself.
  return baseUrl === typed ? baseUrl : parseBaseUrl(baseUrl);
}

/** Returns the only address in a text, or the text itself. */
function findAddress(text: string): string {
  const [first, ...others] = new Set(text.match(addressInText));
  return first === undefined || others.length > 0 ? text : unwrap(first);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function refused(
  code: 'base_url_invalid' | 'base_url_not_https' | 'base_url_has_query' | 'base_url_no_path',
) {
  return new AppError({ code, message: 'The base URL is invalid' });
}
