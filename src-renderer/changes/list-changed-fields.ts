import type { ChangesSummary } from '../../src-shared/changes.ts';
import type { ValueCount } from '../../src-shared/facets.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { RecordField } from '../../src-shared/list-record.ts';

type ChangedField = NonNullable<Filter['changedField']>;

/** A choice of the menu: a changed field, or a changed field with its new value. */
export type ChangedFieldChoice = ChangedField & { count: number };

/**
 * Returns the choices of the menu: each changed field, followed by its new values. The chosen one is always among them,
 * even if it has no changes any more.
 */
export function listChangedFields(
  fields: ChangesSummary['fields'],
  newValues: ReadonlyMap<RecordField, readonly ValueCount[]>,
  chosen: ChangedField | undefined,
): ChangedFieldChoice[] {
  const choices = fields.flatMap(({ field, count }): ChangedFieldChoice[] => [
    { field, count },
    ...(newValues.get(field) ?? [])
      .filter((value) => value.count > 0)
      .map((value) => ({ field, after: value.value, count: value.count })),
  ]);
  const isListed = chosen === undefined || choices.some((choice) => isSameField(choice, chosen));
  return isListed ? choices : [...choices, { ...chosen, count: 0 }];
}

export function isSameField(choice: ChangedField, other: ChangedField | undefined): boolean {
  return choice.field === other?.field && choice.after === other.after;
}
