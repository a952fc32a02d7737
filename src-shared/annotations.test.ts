import { expect, it } from 'vitest';
import { tagSchema } from './annotations.ts';
import { longestTag } from './limits.ts';

// NFC writes this letter as two characters, and the letter after it as one instead of two.
const [lengthened, shortened] = ['\u0958', 'e\u0302'];

it.each([
  ['a text that NFC makes too long', lengthened.repeat(longestTag / 2 + 1), false],
  ['a text that NFC makes as long as allowed', lengthened.repeat(longestTag / 2), true],
  ['a text that NFC makes short enough', shortened.repeat(longestTag), true],
  ['a text that is too long after it', shortened.repeat(longestTag + 1), false],
])('as a tag, %s is measured as it is stored', (_, text, isAccepted) => {
  const parsed = tagSchema.safeParse(text);
  expect(parsed.success).toBe(isAccepted);
  if (!parsed.success) return;
  expect(parsed.data).toBe(text.normalize('NFC'));
  // Whatever is stored is accepted again, for example from a backup.
  expect(tagSchema.parse(parsed.data)).toBe(parsed.data);
});
