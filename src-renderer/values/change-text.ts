import type { TFunction } from 'i18next';
import type { Change } from '../../src-shared/changes.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { fieldName } from './field-name.ts';
import { valueText } from './value-text.ts';

interface ChangeText {
  change: Pick<Change, 'kind' | 'fields'>;
  /** What has changed. */
  records: RecordKind;
  t: TFunction;
  formatDate: (text: string) => string;
}

/** Says in one line what has changed: `New tenant`, or the fields with their old and new values. */
export function changeText({
  change: { kind, fields },
  records,
  t,
  formatDate,
}: ChangeText): string {
  if (kind === 'new') return t('screens.changes.what.new', { context: records });
  if (kind === 'gone') return t('screens.changes.what.gone');
  const texts = fields.map(({ field, before, after }) => {
    const [from, to] = [before, after].map(
      (value) => valueText({ field, value, t, formatDate }).trim() || '—',
    );
    return t('screens.changes.became', { field: fieldName(t, field), from, to });
  });
  // Short texts come first, so that a narrow column shows more of them.
  return texts.toSorted((left, right) => left.length - right.length).join('; ');
}
