import type { z } from 'zod';

/** A value that was read from a file, and whether all of it was valid. */
export interface ParsedByValue<Value> {
  value: Value;
  isWhole: boolean;
}

/**
 * Parses stored JSON value by value. An invalid value is removed, so that the schema's default takes its place. If the
 * value has no default, the object that contains it is removed, and so on. All other values are kept.
 *
 * @returns `null` if nothing is left.
 */
export function parseByValue<Value>(
  schema: z.ZodType<Value>,
  stored: unknown,
): ParsedByValue<Value> | null {
  const kept = structuredClone(stored);
  for (let isWhole = true; ; isWhole = false) {
    const parsed = schema.safeParse(kept);
    if (parsed.success) return { value: parsed.data, isWhole };
    // From the end, so that the places of the remaining items of an array stay the same.
    const paths = new Map(parsed.error.issues.map(({ path }) => [JSON.stringify(path), path]));
    const removed = [...paths.values()].toReversed().filter((path) => remove(kept, path));
    if (removed.length === 0) return null;
  }
}

/** Removes the value at `path`, or what contains it if there is no such value. @returns whether anything was removed. */
function remove(root: unknown, path: readonly PropertyKey[]): boolean {
  const key = path.at(-1);
  if (key === undefined) return false;
  const containerPath = path.slice(0, -1);
  const container = containerPath.reduce<unknown>(
    (value, step) => (isObject(value) ? value[step] : undefined),
    root,
  );
  if (!isObject(container)) return false;
  if (!Object.hasOwn(container, key)) return remove(root, containerPath);
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else Reflect.deleteProperty(container, key);
  return true;
}

/** Whether a value is an object or an array. */
function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
