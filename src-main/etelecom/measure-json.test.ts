import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { measureJson } from './measure-json.ts';
import { PagingGuard } from './paging-guard.ts';
import { parseAnswer, parseRows } from './wire.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const tooLarge: unknown = expect.objectContaining({ code: 'answer_too_large' });

describe('the size of JSON', () => {
  it.each([
    ['depth', '['.repeat(limits.depth), '['.repeat(limits.depth + 1)],
    ['depth of objects', '{"a":'.repeat(limits.depth), '{"a":'.repeat(limits.depth + 1)],
    ['number of values', `[${'0,'.repeat(1_000)}0]`, `[${'0,'.repeat(limits.values)}0]`],
    ['number of empty values', '[]', '[],'.repeat(limits.values)],
    [
      'length of a text',
      `"${'x'.repeat(limits.textBytes)}"`,
      `"${'x'.repeat(limits.textBytes + 1)}"`,
    ],
    ['length of a name', '{"a":0}', `{"${'x'.repeat(limits.textBytes + 1)}":0}`],
    ['length of a text without an end', '"', `"${'\\"'.repeat(limits.textBytes)}`],
  ])('is bounded in its %s', (_name, accepted, refused) => {
    expect(() => measureJson(bytesOf(accepted))).not.toThrow();
    expect(() => measureJson(bytesOf(refused))).toThrow(tooLarge);
  });

  it('does not count what is inside a text', () => {
    const text = JSON.stringify({ a: `\\"${'[{,'.repeat(limits.depth)}"\\`, b: '1e5, 2.5' });
    expect(measureJson(bytesOf(text))).toEqual({ hasLongNumbers: false });
  });

  it('tells every number that JavaScript would write differently', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...'0123456789.-+eE'.split('')),
      minLength: 1,
    });
    fc.assert(
      fc.property(digits, (number) => {
        const json = `{"a":${number}}`;
        let written;
        try {
          written = JSON.stringify(JSON.parse(json));
        } catch {
          return;
        }
        if (written !== json) expect(measureJson(bytesOf(json)).hasLongNumbers).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is measured in bounded time', () => {
    const deep = bytesOf(`{"tenants":${'['.repeat(5_000_000)}`);
    const start = process.cpuUsage();
    expect(() => parseAnswer(deep)).toThrow(tooLarge);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
  });
});

describe('a page', () => {
  const answer = (row: object, paging: object = { limit: 1 }) =>
    bytesOf(JSON.stringify({ paging, tenants: [row] }));

  it.each([
    ['name', 'name', limits.nameLength],
    ['domain', 'domain', limits.domainLength],
    ['id', 'id', limits.valueLength],
    ['status', 'status', limits.valueLength],
    ['time', 'created_at', limits.valueLength],
  ])('is refused if it has a longer %s than is accepted', (_name, field, length) => {
    expect(parseAnswer(answer({ id: '1', [field]: 'x'.repeat(length) })).tenants).toHaveLength(1);
    expect(() => parseAnswer(answer({ [field]: 'x'.repeat(length + 1) }))).toThrow(tooLarge);
  });

  it.each(['next', 'prev'])('is refused if its cursor %s is too long', (name) => {
    const cursor = 'x'.repeat(limits.cursorLength);
    expect(parseAnswer(answer({}, { [name]: cursor })).paging).toMatchObject({ [name]: cursor });
    expect(() => parseAnswer(answer({}, { [name]: `${cursor}x` }))).toThrow(tooLarge);
  });

  it('is refused if it has too many rows, or one with too much around the tenant', () => {
    const rows = Array.from({ length: limits.rowsOfPage + 1 }, () => 0);
    expect(() => parseAnswer(bytesOf(JSON.stringify({ paging: {}, tenants: rows })))).toThrow(
      tooLarge,
    );
    const notes = Array.from({ length: 3 }, () => 'x'.repeat(limits.textBytes / 2));
    expect(() => parseRows(answer({ id: '1', notes })).read()).toThrow(tooLarge);
  });
});

describe('all pages', () => {
  it.each([
    ['pages', 1, 1, limits.pages],
    ['rows', limits.rows / 10, 1, 10],
    ['bytes', 1, limits.listBytes / 10, 10],
  ])('are refused after too many %s', (_name, rows, bytes, pages) => {
    const guard = new PagingGuard(null);
    for (let page = 0; page < pages; page++) guard.check(rows, bytes);
    expect(() => guard.check(rows, bytes)).toThrow(tooLarge);
  });

  it('counts the rows before an interruption', () => {
    expect(() => new PagingGuard('cursor', limits.rows).check(1, 1)).toThrow(tooLarge);
  });
});
