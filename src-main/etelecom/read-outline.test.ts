import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limits } from './limits.ts';
import { readOutline } from './read-outline.ts';

const names: ReadonlySet<string> = new Set(['tenants', 'paging', 'code', 'msg']);
const page =
  '{ "paging" : {"next":"}\\"{","limit":100} , "tenants":[{"id":"1","a":[-1.5e3,true,null]},{}],"x":"đ" }';
const outline = (json: string) => readOutline(new TextEncoder().encode(json), names);
const textOf = (member: Uint8Array | undefined) => new TextDecoder().decode(member).trim();

it('returns the JSON of the members that are looked for', () => {
  const members = outline(`\uFEFF\r\n${page}\t`);
  expect([...(members?.keys() ?? [])]).toEqual(['paging', 'tenants']);
  expect(textOf(members?.get('paging'))).toBe(String.raw`{"next":"}\"{","limit":100}`);
  expect(members?.get('tenants')?.[0]).toBe('['.charCodeAt(0));
});

it('finds in every object what the parser finds', () => {
  const object = fc.dictionary(fc.constantFrom(...names, 'other'), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(object, fc.constantFrom(0, 2), (value, indent) => {
      const members = outline(JSON.stringify(value, null, indent)) ?? new Map<string, Uint8Array>();
      const found = [...members].map(([name, json]): [string, unknown] => [
        name,
        JSON.parse(textOf(json)),
      ]);
      const { other: _other, ...wanted } = value;
      expect(Object.fromEntries(found)).toEqual(JSON.parse(JSON.stringify(wanted)));
    }),
    { numRuns: 500 },
  );
});

it('returns null for an answer that was cut anywhere', () => {
  const cuts = Array.from({ length: page.length - 1 }, (_, at) => page.slice(0, at + 1));
  expect(cuts.filter((cut) => outline(cut) !== null)).toEqual([]);
});

it.each([
  ...['', ' ', '[]', '1', '"a"', '{}{}', '{},', '{}]', '{a}', '{"a" "b"}', '{"a":1,}', '{,}'],
  ...['{"a":}', '{"a":[1,,2]}', '{"a":[,]}', '{"a":{1}}', '{"a":1]}', '<html></html>', '{"a":"'],
])('returns null for %j', (json) => {
  expect(outline(json)).toBeNull();
});

it('refuses more values and longer texts than the parser, and needs little time', () => {
  const tooLarge: unknown = expect.objectContaining({ code: 'answer_too_large' });
  expect(() => outline(`{"a":[${'0,'.repeat(limits.values + 1)}0]}`)).toThrow(tooLarge);
  expect(() => outline(`{"a":"${'x'.repeat(limits.textBytes + 1)}"}`)).toThrow(tooLarge);
  for (const filler of ['[', ' ', '1', '{"a":']) {
    const json = `{"tenants":${filler.repeat(limits.answerBytes / filler.length)}`;
    const start = process.cpuUsage();
    expect(outline(json)).toBeNull();
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
  }
});
