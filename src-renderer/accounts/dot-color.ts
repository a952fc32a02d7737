import type { AccountColor } from '../../src-shared/account.ts';

/** Of Mantine's ten shades of a color the ones that stand out, by 3:1, from the light window and from the dark one. */
export const dotShades = { light: 8, dark: 4 } as const;

/** A CSS color for an account's dot. */
export function dotColor(color: AccountColor): string {
  const shade = (number: number) => `var(--mantine-color-${color}-${number})`;
  return `light-dark(${shade(dotShades.light)}, ${shade(dotShades.dark)})`;
}
