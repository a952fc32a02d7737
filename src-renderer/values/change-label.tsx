import type { TFunction } from 'i18next';
import type { Change } from '../../src-shared/changes.ts';
import classes from './change-label.module.css';
import { changeText } from './change-text.ts';

interface ChangeLabelProps {
  change: Change;
  t: TFunction;
  formatDate: (text: string) => string;
}

/** What has changed, with a dot in the color of the kind of change. */
export function ChangeLabel({ change, t, formatDate }: ChangeLabelProps) {
  return (
    <span className={classes.change} data-kind={change.kind}>
      {changeText({ change, t, formatDate })}
    </span>
  );
}
