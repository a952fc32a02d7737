import classes from './no-value.module.css';

/** A dash for a value that the server does not have. */
export function NoValue() {
  return <span className={classes.none}>—</span>;
}
