import type { TFunction } from 'i18next';
import type { Change } from '../../src-shared/changes.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import classes from './change-label.module.css';
import { changeText } from './change-text.ts';

interface ChangeLabelProps {
  change: Change;
  /** What has changed. */
  records: RecordKind;
  t: TFunction;
  formatDate: (text: string) => string;
}

/** What has changed, with a dot in the color of the kind of change. */
export function ChangeLabel({ change, records, t, formatDate }: ChangeLabelProps) {
  return (
    <span className={classes.change} data-kind={change.kind}>
      {changeText({ change, records, t, formatDate })}
    </span>
  );
}
