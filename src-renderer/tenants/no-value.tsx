import classes from './no-value.module.css';

/** Stands where the server has no value. */
export function NoValue() {
  return <span className={classes.none}>—</span>;
}
