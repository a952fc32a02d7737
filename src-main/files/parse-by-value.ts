import type { z } from 'zod';
import { hasUnknownFields } from './has-unknown-fields.ts';

/** A value that was read from a file. */
export interface ParsedByValue<Value> {
  value: Value;
  /** Whether all of it was valid. */
  isWhole: boolean;
  /** Values that were removed. An object that was removed with all its values counts once. */
  removedValues: number;
  /** Whether it has fields that this version of the app does not know, and which `value` therefore does not have. */
  hasUnknownFields: boolean;
}

/** The repair of more invalid values would delay the start. */
const mostIssues = 1000;

/**
 * Parses stored JSON value by value. An invalid value is removed, so that the schema's default takes its place. If the
 * value has no default, the object that contains it is removed, and so on. An array or object with too many entries
 * keeps the first ones. All other values are kept.
 *
 * @param stored is changed. A copy could not be made of JSON that is nested too deeply.
 * @returns `null` if nothing is left, or if so much is invalid that the file must be another one.
 */
export function parseByValue<Value>(
  schema: z.ZodType<Value>,
  stored: unknown,
): ParsedByValue<Value> | null {
  const repairer = new Repairer(stored);
  for (;;) {
    const parsed = schema.safeParse(stored);
    if (parsed.success) {
      const { data: value } = parsed;
      const { removedValues } = repairer;
      const isWhole = removedValues === 0;
      return { value, isWhole, removedValues, hasUnknownFields: hasUnknownFields(stored, value) };
    }
    const { issues } = parsed.error;
    if (issues.length > mostIssues || !repairer.repair(issues)) return null;
  }
}

/** Removes invalid values from stored JSON, and counts them. */
class Repairer {
  removedValues = 0;
  readonly #root: unknown;
  /** The objects and arrays from which a value was removed. Removing one of them too does not count again. */
  readonly #damaged = new Set<object>();

  constructor(root: unknown) {
    this.#root = root;
  }

  /** Removes the values that the issues are about. @returns whether any value was removed. */
  repair(issues: readonly z.core.$ZodIssue[]): boolean {
    // The paths are of the values before anything is removed.
    const excesses = issues.flatMap((issue) => {
      const entries = this.#valueAt(issue.path);
      return isExcess(issue) && isObject(entries) ? [{ entries, maximum: issue.maximum }] : [];
    });
    const paths = new Map(
      issues
        .filter((issue) => !isExcess(issue) || !isObject(this.#valueAt(issue.path)))
        .map(({ path }) => [JSON.stringify(path), path]),
    );
    const containers = new Set([...paths.values()].map((path) => this.#remove(path)));
    containers.delete(null);
    for (const container of containers) if (Array.isArray(container)) closeGaps(container);
    const removedBefore = this.removedValues;
    for (const { entries, maximum } of excesses) this.#cut(entries, Number(maximum));
    return containers.size > 0 || this.removedValues > removedBefore;
  }

  /**
   * Removes the value at `path`, or what contains it if there is no such value. In an array it leaves a gap, because other
   * paths name the places of the other items.
   *
   * @returns the object or array that contained the removed value, or `null` if nothing was removed.
   */
  #remove(path: readonly PropertyKey[]): object | null {
    const key = path.at(-1);
    if (key === undefined) return null;
    const containerPath = path.slice(0, -1);
    const container = this.#valueAt(containerPath);
    if (!isObject(container)) return null;
    if (!Object.hasOwn(container, key)) return this.#remove(containerPath);
    const removed = container[key];
    if (!isObject(removed) || !this.#damaged.has(removed)) this.removedValues += 1;
    Reflect.deleteProperty(container, key);
    this.#damaged.add(container);
    return container;
  }

  /** Keeps the first entries of an array or object. */
  #cut(entries: Record<PropertyKey, unknown>, maximum: number): void {
    const excess = Object.keys(entries).slice(maximum);
    for (const key of excess) Reflect.deleteProperty(entries, key);
    if (Array.isArray(entries)) closeGaps(entries);
    this.removedValues += excess.length;
  }

  #valueAt(path: readonly PropertyKey[]): unknown {
    return path.reduce<unknown>(
      (value, step) => (isObject(value) ? value[step] : undefined),
      this.#root,
    );
  }
}

/** Whether an issue is that an array or object has too many entries. */
function isExcess(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueTooBig {
  return issue.code === 'too_big' && (issue.origin === 'array' || issue.origin === 'object');
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
