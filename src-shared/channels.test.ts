import { expect, it } from 'vitest';
import { z } from 'zod';
import { boundedParts, boundedRecord, longArray } from './bounded-schemas.ts';
import { channelNames } from './channel-names.ts';
import { channels } from './channels.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Returns the paths of all texts, arrays and records in a schema that have no maximum. */
function findUnbounded(schema: z.ZodType, path: string): string[] {
  return find(toJsonSchema(schema), path);
}

function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const parts = boundedParts.get(zodSchema);
      if (parts === undefined) return;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      jsonSchema.anyOf = parts.map(toJsonSchema);
    },
  });
}

function find(schema: JsonSchema | boolean, path: string): string[] {
  if (typeof schema === 'boolean') return schema ? [path] : [];
  const { type, properties = {}, additionalProperties = false, items } = schema;
  const either = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (either.length > 0) return either.flatMap((part) => find(part, path));
  if (schema.enum !== undefined || schema.const !== undefined) return [];
  switch (type) {
    case 'string':
      return schema.maxLength !== undefined || schema.format === 'uuid' ? [] : [path];
    case 'array': {
      const elements = [items ?? true].flat().flatMap((item) => find(item, `${path}[]`));
      return schema.maxItems === undefined ? [path, ...elements] : elements;
    }
    case 'object': {
      const record = additionalProperties === false ? [] : [path];
      const members = Object.entries(properties);
      return [...record, ...members.flatMap(([name, part]) => find(part, `${path}.${name}`))];
    }
    case 'number':
    case 'integer':
    case 'boolean':
    case 'null':
      return [];
    default:
      return [path];
  }
}

it('every text, array and record of a request has a maximum', () => {
  const unbounded = channelNames.flatMap((name) => findUnbounded(channels[name].request, name));
  expect(unbounded).toEqual([]);
});

it('a text, an array or a record without a maximum is found', () => {
  const text = z.string();
  const shortText = z.string().max(1);
  const schema = z.object({
    text,
    trimmed: text.trim().min(1).optional(),
    pattern: text.regex(/a/).nullable(),
    time: z.iso.datetime(),
    texts: z.array(shortText),
    long: longArray(text, 9),
    either: z.union([z.literal('a'), text]),
    record: z.record(shortText, shortText),
    bounded: boundedRecord(shortText, text, 9),
    any: z.unknown(),
    piped: text.transform(Number).default(1),
    fine: z.object({ id: z.uuid(), list: z.array(shortText).max(1), ends: shortText.nullable() }),
  });
  expect(findUnbounded(schema, '')).toEqual([
    ...['.text', '.trimmed', '.pattern', '.time', '.texts', '.long', '.either'],
    ...['.record', '.bounded', '.any', '.piped'],
  ]);
});

it('a long array stops at its first invalid element', () => {
  const schema = longArray(z.string().trim().max(3), 4);
  expect(schema.parse([' a', 'b'])).toEqual(['a', 'b']);
  for (const wrong of [[1, 2, 3], ['a', 'long'], Array(5).fill('a'), 'a', null]) {
    expect(schema.safeParse(wrong).error?.issues).toHaveLength(1);
  }
});
