import type { z } from 'zod';
import { hasUnknownFields } from './has-unknown-fields.ts';

/** A value that was read from a file. */
export interface ParsedByValue<Value> {
  value: Value;
  /** Whether all of it was valid. */
  isWhole: boolean;
  /** Whether it has fields that this version of the app does not know, and which `value` therefore does not have. */
  hasUnknownFields: boolean;
}

/** The repair of more invalid values would delay the start. */
const mostIssues = 1000;

/**
 * Parses stored JSON value by value. An invalid value is removed, so that the schema's default takes its place. If the
 * value has no default, the object that contains it is removed, and so on. All other values are kept.
 *
 * @param stored is changed. A copy could not be made of JSON that is nested too deeply.
 * @returns `null` if nothing is left, or if so much is invalid that the file must be another one.
 */
export function parseByValue<Value>(
  schema: z.ZodType<Value>,
  stored: unknown,
): ParsedByValue<Value> | null {
  for (let isWhole = true; ; isWhole = false) {
    const parsed = schema.safeParse(stored);
    if (parsed.success) {
      const { data: value } = parsed;
      return { value, isWhole, hasUnknownFields: hasUnknownFields(stored, value) };
    }
    if (parsed.error.issues.length > mostIssues) return null;
    const paths = new Map(parsed.error.issues.map(({ path }) => [JSON.stringify(path), path]));
    const containers = [...paths.values()].map((path) => remove(stored, path));
    if (containers.every((container) => container === null)) return null;
    for (const container of new Set(containers)) if (Array.isArray(container)) closeGaps(container);
  }
}

/**
 * Removes the value at `path`, or what contains it if there is no such value. In an array it leaves a gap, because other
 * paths name the places of the other items.
 *
 * @returns the object or array that contained the removed value, or `null` if nothing was removed.
 */
function remove(root: unknown, path: readonly PropertyKey[]): object | null {
  const key = path.at(-1);
  if (key === undefined) return null;
  const containerPath = path.slice(0, -1);
  const container = containerPath.reduce<unknown>(
    (value, step) => (isObject(value) ? value[step] : undefined),
    root,
  );
  if (!isObject(container)) return null;
  if (!Object.hasOwn(container, key)) return remove(root, containerPath);
  Reflect.deleteProperty(container, key);
  return container;
}

function closeGaps(items: unknown[]): void {
  const left = Object.values(items);
  items.length = 0;
  for (const item of left) items.push(item);
}

/** Whether a value is an object or an array. */
function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
