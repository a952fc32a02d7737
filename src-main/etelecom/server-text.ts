import { AppError } from '../../src-shared/errors.ts';

/** How much of a server's message is shown. */
const shownLength = 300;
/** How much of it is examined: more than is shown, so that the cut does not hide part of a key. */
const examinedLength = 2_000;

/**
 * Prepares an error for the user and the log: cuts the server's message, and removes the key. If the key, or half of it,
 * still appears in any encoding, the message is dropped.
 */
export function withoutSecret(error: AppError, secret: string): AppError {
  const { serverMessage, message, answer, ...fields } = error.toFields();
  const shown = serverMessage === undefined ? '' : cleanText(serverMessage, secret);
  return new AppError({
    ...fields,
    message: revealsSecret(message, secret) ? 'The request failed' : message,
    ...(shown !== '' && { serverMessage: shown }),
    ...(answer && !revealsSecret(String(answer.status), secret) && { answer }),
  });
}

function cleanText(text: string, secret: string): string {
  const examined = text
    .slice(0, examinedLength)
    .replaceAll(secret, '…')
    // Control characters, and those that change the direction of the text around them.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  if (revealsSecret(examined, secret)) return '';
  // `toWellFormed` replaces half a character at the cut.
  return examined.length > shownLength
    ? `${examined.slice(0, shownLength).toWellFormed()}…`
    : examined;
}

/** How many encodings may be nested. */
const maximumNesting = 4;
/** Decodings with more characters than this are not worth their time. The message is then dropped. */
const maximumDecodedLength = 300_000;
/** A shorter secret appears by chance among so many decodings, so only escapes are decoded. */
const shortestPacked = 6;

/** Returns whether a text contains the secret, or half of it, in any usual encoding. */
function revealsSecret(text: string, secret: string): boolean {
  const secretLetters = letters(secret);
  const parts = secretParts(secretLetters);
  if (parts.length === 0) return text.includes(secret);
  const decodeAll = secretLetters.length < shortestPacked ? decodeEscapes : decode;
  const seen = new Set<string>();
  let decodedLength = 0;
  let decodings = [text];
  for (let nesting = 0; nesting <= maximumNesting; nesting++) {
    const next: string[] = [];
    for (const decoding of decodings) {
      if (seen.has(decoding)) continue;
      seen.add(decoding);
      decodedLength += decoding.length;
      if (decodedLength > maximumDecodedLength) return true;
      const written = letters(decoding);
      const backwards = written.split('').toReversed().join('');
      if (parts.some((part) => written.includes(part) || backwards.includes(part))) return true;
      next.push(...[decodeAll(decoding)].flat());
    }
    decodings = next;
  }
  return false;
}

/** Returns the letters and digits of a text, so that spaces, separators, accents and case make no difference. */
function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Returns all parts that are half as long as the secret, but not shorter than eight letters. */
function secretParts(secret: string): string[] {
  if (secret === '') return [];
  const length = Math.min(secret.length, Math.max(8, Math.ceil(secret.length / 2)));
  return Array.from({ length: secret.length - length + 1 }, (_, at) =>
    secret.slice(at, at + length),
  );
}

/** Returns what a text may stand for. Each decoding applies to the whole text. */
function decode(text: string): string[] {
  const packed = text.replaceAll(/\s+/g, '');
  return [
    decodeEscapes(text),
    decodeEscapes(packed),
    ...[text, packed].flatMap((each) => [
      // Separated by anything but hexadecimal digits: `31 32`, `31:32`, `0x31, 0x32`.
      ...fromHex(each.replaceAll(/0x|\\x/gi, '').replaceAll(/[^0-9a-f]/gi, '')),
      ...runs(each, /[0-9a-f]{4,}/gi).flatMap(fromHex),
      ...runs(each, /[A-Za-z0-9+/_-]{4,}/g).flatMap((run) =>
        // A word before the encoded part can shift it by up to three letters.
        [0, 1, 2, 3].map((shift) => Buffer.from(run.slice(shift), 'base64').toString('latin1')),
      ),
    ]),
    fromCodes(text),
  ];
}

function runs(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? [];
}

/** A letter before the encoded part can be a digit as well, so both ways to form pairs are tried. */
function fromHex(digits: string): string[] {
  return [digits, digits.slice(1)].map((pairs) => Buffer.from(pairs, 'hex').toString('latin1'));
}

/** `49, 50, 51`: the codes of characters. */
function fromCodes(text: string): string {
  return runs(text, /\d{2,3}/g)
    .map((code) => String.fromCharCode(Number(code)))
    .join('');
}

const namedEntities: Record<string, string> = {
  colon: ':',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  period: '.',
  sol: '/',
  equals: '=',
  plus: '+',
  amp: '&',
  percnt: '%',
  bsol: '\\',
};

/** Decodes `%31`, `\u0031`, `\u{31}`, `\x31`, `\061`, `&#49;`, `&#x31;`, `=31` and `U+0031`. */
function decodeEscapes(text: string): string {
  const hex = (_: string, digits: string) => fromCodePoint(Number.parseInt(digits, 16));
  return text
    .replaceAll(/&#x([0-9a-f]{1,6});?/gi, hex)
    .replaceAll(/&#(\d{1,7});?/g, (_, digits: string) => fromCodePoint(Number(digits)))
    .replaceAll(
      /&([a-z]+);/gi,
      (entity, name: string) => namedEntities[name.toLowerCase()] ?? entity,
    )
    .replaceAll(/(?:\\u|%u|U\+)([0-9a-f]{4})/gi, hex)
    .replaceAll(/\\u\{([0-9a-f]{1,6})\}/gi, hex)
    .replaceAll(/(?:\\x|%|=)([0-9a-f]{2})/gi, hex)
    .replaceAll(/\\([0-3][0-7]{2})/g, (_, digits: string) =>
      fromCodePoint(Number.parseInt(digits, 8)),
    );
}

function fromCodePoint(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
}
