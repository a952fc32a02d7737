import type { ServerResponse } from 'node:http';
import { errorBody } from './errors.ts';
import type { Due, Faults } from './faults.ts';
import { toJson } from './wire.ts';

const halfPage = '{"paging":{"after":".","limit":100,"next":"';

/** Responds with JSON. `headers` are added to the content type. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(toJson(body));
}

/**
 * Responds with the first due fault that replaces the response.
 *
 * @returns whether there was such a fault. Nothing else may be sent then.
 */
export function answerWithFault(faults: Faults, due: Due, response: ServerResponse): boolean {
  if (due(faults.hang)) return true;

  const cut = due(faults.cut);
  if (cut?.at === 'before-headers') {
    response.destroy();
    return true;
  }
  if (cut) {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '10000' });
    response.write(halfPage, () => response.destroy());
    return true;
  }

  const redirect = due(faults.redirect);
  if (redirect) {
    response.writeHead(302, { Location: redirect.to }).end();
    return true;
  }

  const rateLimit = due(faults.rateLimit);
  if (rateLimit) {
    const { retryAfter } = rateLimit;
    const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
    const body = errorBody('resource_exhausted', 'Quá nhiều yêu cầu, vui lòng thử lại sau');
    sendJson(response, 429, body, headers);
    return true;
  }

  const status = due(faults.status);
  if (status) {
    const code = status.status === 503 ? 'unavailable' : 'internal';
    sendJson(response, status.status, errorBody(code, 'Hệ thống đang bận, vui lòng thử lại sau'));
    return true;
  }

  const html = due(faults.html);
  if (html) {
    response.writeHead(html.status ?? 502, { 'Content-Type': 'text/html' });
    response.end('<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>');
    return true;
  }

  if (due(faults.invalidJson)) {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(halfPage);
    return true;
  }

  const answer = due(faults.answer);
  if (answer) {
    sendJson(response, answer.status ?? 200, answer.body);
    return true;
  }

  return false;
}
