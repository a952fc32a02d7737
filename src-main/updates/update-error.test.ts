import { expect, it } from 'vitest';
import { toUpdateError } from './update-error.ts';

const withCode = (code: string, message: string) => Object.assign(new Error(message), { code });

/** GitHub redirects to an address that is signed. */
const address = 'https://objects.githubusercontent.com/file?X-Amz-Signature=407abc&sha512=CERT';

it.each([
  [new Error(`Cannot download "${address}", status 503: Busy`), 'update_unreachable'],
  [new Error(`Cannot download "${address}", status 407: Proxy`), 'proxy_failed'],
  [new Error(`Cannot find latest.yml: HttpError: 404 url: ${address}`), 'update_unreachable'],
  [new Error('net::ERR_INTERNET_DISCONNECTED'), 'update_unreachable'],
  [new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), 'proxy_failed'],
  [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'certificate_failed'],
  [withCode('ERR_CHECKSUM_MISMATCH', 'sha512 checksum mismatch'), 'update_damaged'],
  [withCode('ERR_UPDATER_INVALID_SIGNATURE', 'not signed by the owner'), 'update_damaged'],
  [new Error('Code signature at URL file:///a.app did not pass validation'), 'update_damaged'],
  [withCode('ENOSPC', 'no space left'), 'disk_full'],
  [new Error('Anything else'), 'update_failed'],
])('converts the error %s', (error, code) => {
  expect(toUpdateError(error).code).toBe(code);
});
