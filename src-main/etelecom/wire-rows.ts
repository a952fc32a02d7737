import { z } from 'zod';
import { meansNoDate } from '../../src-shared/dates.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { storableText } from '../../src-shared/storable-text.ts';
import type { RawNumber } from './json.ts';
import { limits } from './limits.ts';

/** A number that `parseJsonKeepingDigits` keeps as text. */
export const rawNumber = z.custom<RawNumber>(JSON.isRawJSON).transform(({ rawJSON }) => rawJSON);

/** Text, which may be null or absent. Also accepts a number or a boolean, in case the server sends one. */
const sentText = z
  .union([z.string(), z.number(), z.boolean(), rawNumber])
  .transform(String)
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

/** Text as it can be saved. The JSON of the row keeps the original. */
const text = sentText.transform((value) => value && storableText(value));
const textOrEmpty = text.transform((value) => value ?? '');
const textOrNull = text.transform((value) => (value === '' ? null : value));
/** An int64. Zero means that there is no id. */
const idOrNull = text.transform((value) => (value === '' || value === '0' ? null : value));
/**
 * The id of a row; empty if there is none. An id that cannot be saved as it is counts as none, because two such ids could
 * become the same.
 */
const rowId = sentText.transform((value) =>
  value === null || value === '0' || value !== storableText(value) ? '' : value,
);
const dateOrNull = text.transform((value) => (value === null || meansNoDate(value) ? null : value));

/** The members that all kinds of rows have. */
const wireRowSchema = z.object({
  id: rowId,
  name: textOrEmpty,
  status: textOrNull,
  owner_id: idOrNull,
  connection_method: textOrNull,
  connection_id: idOrNull,
  created_at: dateOrNull,
  updated_at: dateOrNull,
});

const wireTenantSchema = wireRowSchema.extend({ domain: textOrEmpty });

const wireHotlineSchema = wireRowSchema.extend({
  hotline: textOrNull,
  network: textOrNull,
  is_free_charge: textOrNull,
  description: textOrNull,
});

/** The functions that convert a row of each kind; `null` if the row is not an object. @throws AppError `answer_too_large` */
export const toRecord: Record<RecordKind, (row: unknown) => ListRecord | null> = {
  tenants: (row) => {
    const { data } = wireTenantSchema.safeParse(row);
    if (data === undefined) return null;
    const { domain } = data;
    if (domain.length > limits.domainLength) throw tooLarge('domain');
    return { ...toCommonFields(data), domain };
  },
  hotlines: (row) => {
    const { data } = wireHotlineSchema.safeParse(row);
    if (data === undefined) return null;
    const { hotline, network, is_free_charge: isFreeCharge, description } = data;
    assertShort([hotline, network, isFreeCharge]);
    if ((description?.length ?? 0) > limits.nameLength) throw tooLarge('description');
    return { ...toCommonFields(data), hotline, network, isFreeCharge, description };
  },
};

/** Converts the fields that all kinds of rows have. @throws AppError `answer_too_large` */
function toCommonFields({ id, name, ...row }: z.infer<typeof wireRowSchema>) {
  if (name.length > limits.nameLength) throw tooLarge('name');
  const values = {
    status: row.status,
    ownerId: row.owner_id,
    connectionMethod: row.connection_method,
    connectionId: row.connection_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
  assertShort([id, ...Object.values(values)]);
  return { id, name, ...values };
}

function assertShort(values: readonly (string | null)[]): void {
  if (values.some((value) => value !== null && value.length > limits.valueLength)) {
    throw tooLarge('value');
  }
}

/** Returns the error about a value that is longer than the app can keep. */
export function tooLarge(what: string): AppError {
  return new AppError({ code: 'answer_too_large', message: `The answer has a too long ${what}` });
}
