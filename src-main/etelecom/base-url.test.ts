import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src-shared/errors.ts';
import { endpointUrl, parseBaseUrl, defaultBaseUrl } from './base-url.ts';

describe('parseBaseUrl', () => {
  it.each([
    ['https://api.etelecom.vn/v1/partner', defaultBaseUrl],
    ['  https://api.etelecom.vn/v1/partner/ \n', defaultBaseUrl],
    ['https://api.etelecom.vn/v1/partner//', defaultBaseUrl],
    ['https://api.etelecom.vn/v1/partner.', defaultBaseUrl],
    ['api.etelecom.vn/v1/partner', defaultBaseUrl],
    ['HTTPS://API.eTelecom.vn/v1/partner', defaultBaseUrl],
    ['https://api.etelecom.vn/v1/partner.Etelecom/GetPartnerTenantList', defaultBaseUrl],
    ['https://api.etelecom.vn/v1/partner.ETelecom/GetPartnerTenantList/', defaultBaseUrl],
    ['https://api.etelecom.vn/v1/partner.Etelecom', defaultBaseUrl],
    ['https://api.etelecom.vn:8443/v1/partner', 'https://api.etelecom.vn:8443/v1/partner'],
    ['http://127.0.0.1:8080/v1/partner', 'http://127.0.0.1:8080/v1/partner'],
    ['http://localhost:8080/v1/partner', 'http://localhost:8080/v1/partner'],
    ['http://[::1]:8080/v1/partner', 'http://[::1]:8080/v1/partner'],
    ['"https://api.etelecom.vn/v1/partner",', defaultBaseUrl],
    ['“https://api.etelecom.vn/v1/partner”', defaultBaseUrl],
    ['<https://api.etelecom.vn/v1/partner>', defaultBaseUrl],
    ['\ufeffhttps://api.etelecom.vn/v1/partner\u200b\u00a0', defaultBaseUrl],
    ['https://api.etelecom.vn/v1/partner/(/', defaultBaseUrl],
    ['https://api.etelecom.vn/v1/partner.Etelecom.Etelecom', defaultBaseUrl],
    ['BASE_URL=https://api.etelecom.vn/v1/partner', defaultBaseUrl],
    ['"baseUrl": "https://api.etelecom.vn/v1/partner"', defaultBaseUrl],
    [
      `curl -X POST 'https://api.etelecom.vn/v1/partner.Etelecom/GetPartnerTenantList' -H 'Authorization: Bearer k'`,
      defaultBaseUrl,
    ],
  ])('accepts %j', (typed, expected) => {
    expect(parseBaseUrl(typed)).toBe(expected);
  });

  it.each([
    ['', 'base_url_invalid'],
    ['https://', 'base_url_invalid'],
    ['two words', 'base_url_invalid'],
    ['https://one.example.vn/v1 https://two.example.vn/v1', 'base_url_invalid'],
    ['https:\\\\api.etelecom.vn\\v1', 'base_url_invalid'],
    ['curl "https://user:secret@api.etelecom.vn/v1"', 'base_url_has_query'],
    ['http://api.etelecom.vn/v1/partner', 'base_url_not_https'],
    ['http://127.0.0.1.example.com/v1', 'base_url_not_https'],
    ['ftp://api.etelecom.vn/v1', 'base_url_not_https'],
    ['https://api.etelecom.vn/v1/partner?', 'base_url_has_query'],
    ['https://api.etelecom.vn/v1/partner?x=1', 'base_url_has_query'],
    ['https://api.etelecom.vn/v1/partner#top', 'base_url_has_query'],
    ['https://user:secret@api.etelecom.vn/v1', 'base_url_has_query'],
    // The service name would become part of the host: https://api.etelecom.vn.Etelecom/…
    ['https://api.etelecom.vn', 'base_url_no_path'],
    ['https://api.etelecom.vn/', 'base_url_no_path'],
  ])('rejects %j', (typed, code) => {
    expect(() => parseBaseUrl(typed)).toThrow(expect.objectContaining({ code }));
  });

  it('keeps the typed host, or rejects the input', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (typed) => {
        try {
          const baseUrl = parseBaseUrl(typed);
          expect(new URL(endpointUrl(baseUrl, 'Etelecom')).host).toBe(new URL(typed).host);
          expect(parseBaseUrl(baseUrl)).toBe(baseUrl);
          expect(parseBaseUrl(endpointUrl(baseUrl, 'ETelecom'))).toBe(baseUrl);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
    );
  });
});
