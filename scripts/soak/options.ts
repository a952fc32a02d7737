import { parseArgs } from 'node:util';

/** Parses the arguments of `npm run soak -- …`. 0 leaves a part out. */
export function soakOptions(): { kills: number; refreshes: number } {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '100' },
      refreshes: { type: 'string', default: '200' },
    },
  });
  return { kills: wholeNumber(values.kills), refreshes: wholeNumber(values.refreshes) };
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`${text} is not a whole number`);
  return Number(text);
}
