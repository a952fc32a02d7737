import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorOfAnswer, mayPass } from './error-of-answer.ts';
import { failureOf } from './errors.ts';
import { limits } from './limits.ts';

/** Returns why the JSON, as an answer with status 200, is not a page. */
function failureOfJson(json: string, hasCursor = false) {
  const answer = { status: 200, headers: new Headers(), body: new TextEncoder().encode(json) };
  return failureOf(answer, { records: 'tenants', hasCursor });
}

describe('an answer with status 200', () => {
  const page =
    '{ "paging" : {"next":"}\\"{","limit":100} , "tenants":[{"id":"1","a":[-1.5e3,true,null]},{}],"x":"đ" }';

  it.each([page, `\uFEFF\r\n${page}\t`])('may be a page: %j', (json) => {
    expect(failureOfJson(json)).toBeNull();
  });

  it('is repeated if it was cut anywhere', () => {
    const cuts = Array.from({ length: page.length - 1 }, (_, at) => page.slice(0, at + 1));
    expect(cuts.filter((cut) => failureOfJson(cut)?.mayPass !== true)).toEqual([]);
  });

  it.each([
    ...['', ' ', '[]', '1', '"a"', `${page}${page}`, `${page},`, `${page}}`],
    ...['{"tenants":}', '{"tenants":[1,,2]}', '{"tenants":[,]}', '{"tenants":[{1}]}'],
    ...['{"tenants":[1]]}', '{"tenants":[],}', '{"tenants" []}', '{"tenants":[{"id":"1",}]}'],
    ...['{"tenants":[tru]}', String.raw`{"tenants":["\x"]}`, '<html></html>'],
  ])('is repeated if it is not an object in JSON: %j', (json) => {
    expect(failureOfJson(json)?.mayPass).toBe(true);
  });

  it('is refused before it is parsed if it is too large for the parser', () => {
    const tooLarge: unknown = expect.objectContaining({ code: 'answer_too_large' });
    expect(() => failureOfJson(`{"tenants":[${'0,'.repeat(limits.values)}0]}`)).toThrow(tooLarge);
    expect(() => failureOfJson(`{"tenants":${'['.repeat(limits.answerBytes - 11)}`)).toThrow(
      tooLarge,
    );
  });

  it.each([' ', '1'])('needs little time, even if it consists of %j', (filler) => {
    const json = `{"tenants":${filler.repeat(5_000_000)}`;
    const start = process.cpuUsage();
    expect(failureOfJson(json)?.mayPass).toBe(true);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
  });
});

describe('a page with status 200 and rows', () => {
  const rows = '"tenants":[{"id":"1"}],"paging":{"limit":100}';

  it.each([
    ...['"error":{"code":"unavailable","msg":"shard 3 is down"}', '"error":"timeout"'],
    ...['"errors":[{"message":"down"},"down"]', '"success":false', '"status":"ERROR"'],
    ...['"status":503', '"code":"UNAVAILABLE"', '"code":503', '"error":true'],
    ...['"error":{"message":"down"}', '"error":1'],
  ])('is repeated if it also has %s', (mark) => {
    const failure = failureOfJson(`{${mark},${rows}}`);
    expect(failure).toMatchObject({ mayPass: true, error: { code: 'server_unavailable' } });
  });

  it.each([
    ...['"error":null', '"error":""', '"error":{}', '"errors":[]', '"success":true'],
    ...['"status":"ok"', '"status":200', '"code":0', '"message":"ok"', '"msg":"OK"'],
  ])('is a page if it also has %s', (mark) => {
    expect(failureOfJson(`{${mark},${rows}}`)).toBeNull();
  });

  it('fails without a repetition if an inner code blames the request', () => {
    const failure = failureOfJson(`{"error":{"code":"UNAUTHENTICATED","msg":"Sai"},${rows}}`);
    expect(failure).toMatchObject({ mayPass: false, error: { code: 'wrong_key' } });
  });

  it.each([
    ...['"error":"bảo trì"', '"errors":["bảo trì"]', '"error":{"message":"bảo trì"}'],
    ...['"success":false,"message":"bảo trì"', '"error":{"code":7,"msg":"bảo trì"}'],
  ])('shows the sentence of %s', (mark) => {
    expect(failureOfJson(`{${mark},${rows}}`)?.error.serverMessage).toBe('bảo trì');
  });
});

describe('an empty page with status 200', () => {
  it.each(['"msg":"bảo trì"', '"message":"bảo trì"'])('is repeated if it has only %s', (mark) => {
    const failure = failureOfJson(`{${mark},"tenants":[],"paging":{"limit":100}}`);
    expect(failure).toMatchObject({ mayPass: true, error: { serverMessage: 'bảo trì' } });
  });

  it.each(['{}', '{"next":null,"prev":null}', '{"next":"","limit":null}'])(
    'is repeated if it ends a list of several pages with the paging %s',
    (paging) => {
      const json = `{"tenants":[],"paging":${paging}}`;
      const incomplete = { mayPass: true, error: { code: 'answer_incomplete' } };
      expect(failureOfJson(json, true)).toMatchObject(incomplete);
      expect(failureOfJson(json)).toBeNull();
    },
  );

  it('is the end of the list if it repeats the limit', () => {
    expect(failureOfJson('{"tenants":[],"paging":{"limit":100}}', true)).toBeNull();
  });
});

describe('the error that an answer means', () => {
  const errorOf = (status: number, code: string) =>
    errorOfAnswer(status, { code, msg: '' }, { records: 'tenants', hasCursor: false }).code;

  it.each([
    [200, 'internal', 'server_failed'],
    [200, 'unknown', 'server_failed'],
    [200, 'data_loss', 'server_failed'],
    [422, 'unknown', 'server_failed'],
    [409, 'aborted', 'server_failed'],
    [499, 'canceled', 'server_failed'],
    [409, '', 'server_failed'],
    [401, 'unknown', 'wrong_key'],
    [503, 'internal', 'server_unavailable'],
    [400, 'malformed', 'request_refused'],
    [500, 'invalid_argument', 'request_refused'],
    [200, 'invalid_argument', 'request_refused'],
    [422, '', 'request_refused'],
  ])('with status %i and the code %j is right', (status, code, expected) => {
    expect(errorOf(status, code)).toBe(expected);
  });

  it('does not blame the request if the fault may pass', () => {
    const codes = fc.constantFrom(
      ...['aborted', 'canceled', 'data_loss', 'deadline_exceeded', 'internal', 'invalid_argument'],
      ...['malformed', 'resource_exhausted', 'unavailable', 'unknown', '', 'other', '503'],
    );
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), codes, (status, code) => {
        fc.pre(mayPass(status, { code, msg: 'x' }) && (status !== 200 || code !== ''));
        expect(errorOf(status, code)).not.toBe('request_refused');
      }),
    );
  });
});

it('tells the status of an answer and its time', () => {
  const before = Date.now();
  const answer = { status: 501, headers: new Headers(), body: null };
  const error = failureOf(answer, { records: 'tenants', hasCursor: false })?.error;
  expect(error?.answer?.status).toBe(501);
  const time = Date.parse(error?.answer?.at ?? '');
  expect(time).toBeGreaterThanOrEqual(before);
  expect(time).toBeLessThanOrEqual(Date.now());
});
