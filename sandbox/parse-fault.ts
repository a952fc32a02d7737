import { awkwardKinds, isAwkwardKind } from './awkward.ts';
import type { AwkwardKind } from './awkward.ts';
import type { Faults, When } from './faults.ts';

/**
 * Parses a fault of the command line: `name` or `name=value`, followed by `,times=3` or `,after=2`.
 *
 * @returns a `Faults` object with this fault only.
 * @throws {Error} if the name or value is unknown. The message is meant for the user.
 */
export function parseFault(text: string): Faults {
  const when: When = {};
  const what = text.replaceAll(/,(times|after)=(\d+)(?=,|$)/g, (_, name: string, count: string) => {
    if (name === 'times') when.times = Number(count);
    else when.after = Number(count);
    return '';
  });
  const equals = what.indexOf('=');
  const name = equals < 0 ? what : what.slice(0, equals);
  const value = equals < 0 ? '' : what.slice(equals + 1);

  switch (name) {
    case 'latency':
      return { latency: { ...when, milliseconds: wholeNumber(name, value) } };
    case 'hang':
      return { hang: when };
    case 'cut':
      if (value !== 'before-headers' && value !== 'mid-body') {
        throw new Error('cut needs before-headers or mid-body');
      }
      return { cut: { ...when, at: value } };
    case 'redirect':
      return { redirect: { ...when, to: value } };
    case 'rate-limit':
      return { rateLimit: value === '' ? when : { ...when, retryAfter: value } };
    case 'status':
      return { status: { ...when, status: wholeNumber(name, value) } };
    case 'html':
      return { html: value === '' ? when : { ...when, status: wholeNumber(name, value) } };
    case 'invalid-json':
      return { invalidJson: when };
    case 'answer':
      return { answer: { ...when, body: JSON.parse(value) } };
    case 'repeat-cursor':
      return { repeatCursor: when };
    case 'shift-rows':
      return { shiftRows: when };
    case 'cursors-at-ends':
      return { cursorsAtEnds: when };
    case 'awkward':
      return { awkward: value === '' ? when : { ...when, kinds: parseKinds(value) } };
    case 'unreadable-row':
      return { unreadableRow: when };
    default:
      throw new Error(`Unknown fault: ${name}`);
  }
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d+$/.test(value))
    throw new Error(`${name} needs a whole number, for example ${name}=200`);
  return Number(value);
}

function parseKinds(value: string): AwkwardKind[] {
  return value.split('+').map((kind) => {
    if (!isAwkwardKind(kind))
      throw new Error(`Unknown kind: ${kind}. Known kinds: ${awkwardKinds.join(', ')}`);
    return kind;
  });
}
