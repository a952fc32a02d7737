import { describe, expect, it } from 'vitest';
import { post, type Fetch } from './transport.ts';

function postWith(fetch: Fetch) {
  const { signal } = new AbortController();
  const request = { url: 'http://127.0.0.1:9/', headers: {}, body: '', signal };
  return post(fetch, request, { timeout: 1_000, maximumDuration: 1_000, maximumBytes: 100 });
}

/** `net.request` emits a plain Error. The names are from Chromium's net_error_list.h. */
describe('an error of the network', () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'unreachable'],
    ['net::ERR_INTERNET_DISCONNECTED', 'unreachable'],
    ['net::ERR_CONNECTION_REFUSED', 'unreachable'],
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'unreachable'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy_failed'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy_failed'],
    ['net::ERR_PAC_SCRIPT_FAILED', 'proxy_failed'],
    ['net::ERR_PROXY_CERTIFICATE_INVALID', 'proxy_failed'],
    ['net::ERR_HTTPS_PROXY_TUNNEL_RESPONSE_REDIRECT', 'proxy_failed'],
    ['net::ERR_NO_SUPPORTED_PROXIES', 'proxy_failed'],
    ['net::ERR_UNEXPECTED_PROXY_AUTH', 'proxy_failed'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate_failed'],
    ['net::ERR_CERT_DATE_INVALID', 'certificate_failed'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'certificate_failed'],
    ["Attempted to redirect, but redirect policy was 'error'", 'redirected'],
  ])('is mapped from Chromium’s %s to %s', async (message, code) => {
    const failed = postWith(() => Promise.reject(new Error(message)));
    await expect(failed).rejects.toMatchObject({ code });
  });

  it.each([
    ['ENOTFOUND', 'unreachable'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate_failed'],
    ['CERT_HAS_EXPIRED', 'certificate_failed'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate_failed'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate_failed'],
  ])('is mapped from Node’s %s to %s', async (systemCode, code) => {
    const cause = Object.assign(new Error('connect'), { code: systemCode });
    const failed = postWith(() => Promise.reject(new TypeError('fetch failed', { cause })));
    await expect(failed).rejects.toMatchObject({ code });
  });
});
