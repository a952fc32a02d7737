import { expect, it } from 'vitest';
import { AppError } from '../../src-shared/errors.ts';
import { toLogEntry } from './log.ts';

const secret = 'sandbox:4f1e0c';
const textOf = (error: unknown) => toLogEntry('callFailed', { error }).text;

it('contains the event and its fields', () => {
  const entry = toLogEntry('callEnded', {
    channel: 'listTenants',
    code: 'timed_out',
    milliseconds: 9,
  });
  expect(entry).toEqual({
    level: 'info',
    text: 'callEnded channel=listTenants code=timed_out milliseconds=9',
  });
});

it('contains no field that is not allowed', () => {
  const ended = { milliseconds: 9, accountName: secret, path: secret };
  expect(toLogEntry('callEnded', ended).text).toBe('callEnded milliseconds=9');
});

it('contains the type, the code and the places of an error and of its causes', () => {
  const cause = Object.assign(new TypeError('inner'), { code: 'ENOSPC' });
  const text = textOf(new AppError({ code: 'disk_full', message: 'outer' }, { cause }));
  expect(text).toMatch(/^callFailed AppError disk_full\n {4}at .*log\.test\.ts:\d+:\d+/);
  expect(text).toMatch(/\n {2}caused by TypeError ENOSPC\n {4}at .*log\.test\.ts:\d+:\d+/);
  expect(toLogEntry('callFailed', { error: cause }).level).toBe('error');
});

it('contains no folders', () => {
  expect(textOf(new Error('x'))).not.toMatch(/[/\\](src-main|log)[/\\]/);
});

const renamed = new Error('first');
renamed.message = secret;
const renamedType = new Error('x');
renamedType.name = secret;
it.each<[string, unknown]>([
  ['a message', new Error(secret)],
  [
    'a message of lines that look like places',
    new Error(`x\n    at ${secret} (key.js:1:1)\n    at ${secret}`),
  ],
  ['a message that was changed', renamed],
  ['a name', renamedType],
  ['a code', Object.assign(new Error('x'), { code: secret })],
  ['a code in small letters', Object.assign(new Error('x'), { code: 'tenant_of_the_partner' })],
  ['a long code', Object.assign(new Error('x'), { code: 'TENANT_OF_THE_PARTNER'.repeat(4) })],
  ['a cause', new Error('x', { cause: { headers: { Authorization: secret } } })],
  ['a cause of a cause', new Error('x', { cause: new Error(secret, { cause: secret }) })],
  ['no error', secret],
  ['a path', new AppError({ code: 'file_failed', message: secret, path: secret })],
  [
    'an answer of the server',
    new AppError({ code: 'wrong_key', message: '', serverMessage: secret }),
  ],
  ['a field', Object.assign(new Error('x'), { request: { key: secret } })],
])('never contains the data of %s', (_name, error) => {
  expect(textOf(error)).not.toMatch(/4f1e0c|tenant_of_the_partner/i);
});
