import type { AccountColor } from '../../src-shared/account.ts';
import classes from './account-dot.module.css';
import { dotColor } from './dot-color.ts';

/** What an account is known by at a glance; its name always stands beside it. */
export function AccountDot({ color }: { color: AccountColor }) {
  return (
    <span aria-hidden="true" className={classes.dot} style={{ background: dotColor(color) }} />
  );
}
