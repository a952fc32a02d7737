import { errorCodes } from '../../src-shared/errors.ts';

const maximumCauses = 5;
const ownCodes: ReadonlySet<unknown> = new Set(errorCodes);

/**
 * Describes an error and its causes by their types, their codes and the places in the source. Leaves out the messages,
 * because a message can contain data of the user: errors of an HTTP client contain the request and with it the key.
 * Leaves out the folders of the source files, because they contain the name of the user.
 */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  let each = error;
  for (let depth = 0; depth < maximumCauses && each !== undefined; depth++) {
    parts.push(describeOne(each));
    each = each instanceof Error ? each.cause : undefined;
  }
  return parts.join('\n  caused by ');
}

function describeOne(error: unknown): string {
  if (!(error instanceof Error)) return `not an error but ${typeof error}`;
  const code = 'code' in error ? codeOf(error.code) : '';
  const errcode = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : '';
  const name = /^[A-Za-z]{1,60}$/.test(error.name) ? error.name : 'Error';
  const title = [name, code, errcode].filter((part) => part !== '').join(' ');
  return [title, ...placesOf(error)].join('\n    at ');
}

/** Returns a code of the system or of the app, such as `ERR_WORKER_OUT_OF_MEMORY` or `disk_full`. */
function codeOf(code: unknown): string {
  const isSystemCode = typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,59}$/.test(code);
  return isSystemCode || ownCodes.has(code) ? String(code) : '';
}

/** A line of V8's stack: https://v8.dev/docs/stack-trace-api */
const stackLine =
  /^ {4}at (?:async )?(?:(?<name>[\w.$#<>[\] ]+) \()?(?:file:\/\/)?(?<path>[^()]+):(?<line>\d+):(?<column>\d+)\)?$/;

/** Returns the places in the source that led to the error, such as `list (index.js:10:5)`. */
function placesOf({ stack = '', message }: Error): string[] {
  // The stack begins with the message. Lines of the message can look like places, so it is cut off.
  const start = stack.indexOf(message);
  if (start === -1) return [];
  return stack
    .slice(start + message.length)
    .split('\n')
    .flatMap((text) => {
      const groups = stackLine.exec(text)?.groups;
      if (groups === undefined) return [];
      const { name, path = '', line, column } = groups;
      const file = path.startsWith('node:') ? path : path.replace(/^.*[/\\]/s, '');
      const place = `${file}:${line}:${column}`;
      return [name === undefined ? place : `${name} (${place})`];
    });
}
