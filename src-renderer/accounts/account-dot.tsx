import type { AccountColor } from '../../src-shared/account.ts';
import classes from './account-dot.module.css';

/** The shades of Mantine's colors that have a contrast of 3:1 with the background of the light and the dark scheme. */
export const dotShades = { light: 8, dark: 4 } as const;

/** A dot in the account's color. The account's name must be beside it, because screen readers skip the dot. */
export function AccountDot({ color }: { color: AccountColor }) {
  const shade = (number: number) => `var(--mantine-color-${color}-${number})`;
  const background = `light-dark(${shade(dotShades.light)}, ${shade(dotShades.dark)})`;
  return <span aria-hidden="true" data-color-dot className={classes.dot} style={{ background }} />;
}
