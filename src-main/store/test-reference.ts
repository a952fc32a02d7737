import type { Filter, ListedRecord, Sort } from '../../src-shared/list-tenants.ts';
import type { RecordField } from '../../src-shared/list-record.ts';

// Lists tenants with plain arrays. It shares no code with the store, so that tests can compare the two.

const { compare } = new Intl.Collator('vi');

function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map((part) => part.replace(/^\p{M}+/u, ''))
    .filter((part) => part !== '');
}

/** Returns 2 for a match with the same accents, 1 for a match without accents, and 0 for none. */
function matchLevel(tenant: ListedRecord, query: string): number {
  const { name, domain = '', id, ownerId, connectionId, annotation, ownerName = '' } = tenant;
  const own = [annotation?.note ?? '', ...(annotation?.tags ?? []), ownerName];
  const { hotline, network, description } = tenant;
  const ofHotline = [hotline ?? '', network ?? '', description ?? ''];
  const texts = [name, domain, id, ownerId ?? '', connectionId ?? '', ...ofHotline, ...own];
  const words = wordsIn(texts.join(' '));
  const wantedWords = wordsIn(query);
  if (wantedWords.length === 0) {
    const composed = (text: string) => text.normalize('NFC').toLowerCase();
    const isFound = (part: string) => texts.some((text) => composed(text).includes(composed(part)));
    return query.split(/\s+/).every(isFound) ? 2 : 0;
  }
  const each = wantedWords.map((wanted) =>
    words.some((word) => word.startsWith(wanted))
      ? 2
      : words.some((word) => plain(word).startsWith(plain(wanted)))
        ? 1
        : 0,
  );
  return Math.min(2, ...each);
}

/** Returns nanoseconds since 1970; `null` if the text is not a date from 1900 to 9999. */
function nanoseconds(text: string | null): bigint | null {
  if (text === null || isNoDate(text)) return null;
  const milliseconds = Date.parse(text.replace(/\.\d+/, ''));
  if (Number.isNaN(milliseconds)) return null;
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? '';
  return BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, '0').slice(0, 9));
}

/** Tells the texts of `anyTenant` that are no dates, although `Date.parse` reads some of them. */
function isNoDate(text: string): boolean {
  return /^(?:0001|1899)-|-02-30T|T24:|:60Z$/.test(text);
}

/** Returns whether two values of a field are equal. Another way to write the same instant is no difference. */
export function areEqual(field: RecordField, a: string | null, b: string | null): boolean {
  if (field !== 'createdAt' && field !== 'updatedAt') return a === b;
  const [first, second] = [nanoseconds(a), nanoseconds(b)];
  const meansNone = (text: string | null) => text === null || text.startsWith('0001-');
  return first !== null || second !== null
    ? first === second
    : a === b || (meansNone(a) && meansNone(b));
}

function compareBigInts(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareNullLast<Value>(
  a: Value | null,
  b: Value | null,
  compareValues: (a: Value, b: Value) => number,
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareValues(a, b);
}

function valueOf(tenant: ListedRecord, field: Sort['field']): string | null {
  const { annotation, ownerName } = tenant;
  if (field === 'foundAt' || field === 'account') throw new Error('Not part of the reference');
  if (field === 'star') return annotation?.isStarred === true ? 'starred' : null;
  if (field === 'note') return annotation?.note ?? null;
  if (field === 'tags') return annotation?.tags.join(', ') ?? null;
  return field === 'ownerName' ? (ownerName ?? null) : (tenant[field] ?? null);
}

/** Compares two tenants by one field. */
export function compareBy({ field, direction }: Sort, a: ListedRecord, b: ListedRecord): number {
  const sign = direction === 'ascending' ? 1 : -1;
  const id = (text: string | null) => (text === null || text === '' ? null : BigInt(text));
  const numbers = (x: bigint, y: bigint) => sign * compareBigInts(x, y);
  let byValue: number;
  if (field === 'createdAt' || field === 'updatedAt') {
    byValue = compareNullLast(nanoseconds(a[field]), nanoseconds(b[field]), numbers);
  } else if (field === 'id' || field === 'ownerId' || field === 'connectionId') {
    byValue = compareNullLast(id(a[field]), id(b[field]), numbers);
  } else {
    const text = (value: string | null) => (value === '' ? null : value);
    byValue = compareNullLast(
      text(valueOf(a, field)),
      text(valueOf(b, field)),
      (x, y) => sign * compare(x, y),
    );
  }
  return byValue;
}

function holds(tenant: ListedRecord, filter: Filter): boolean {
  const created = nanoseconds(tenant.createdAt);
  const updated = nanoseconds(tenant.updatedAt);
  const from = nanoseconds(filter.createdFrom ?? null);
  const to = nanoseconds(filter.createdTo ?? null);
  const since = nanoseconds(filter.changedFrom ?? null);
  const until = nanoseconds(filter.changedTo ?? null);
  const { isStarred = false, note = '', tags = [] } = tenant.annotation ?? {};
  const hasTag = (wanted: string | null) =>
    wanted === null
      ? tags.length === 0
      : tags.some((tag) => tag.toLowerCase() === wanted.toLowerCase());
  return (
    (filter.isStarred === undefined || isStarred) &&
    (filter.hasNote === undefined || note !== '') &&
    (filter.tags?.some(hasTag) ?? true) &&
    (filter.name === undefined || matchLevel(tenant, filter.name) > 0) &&
    (filter.ownerIds === undefined || filter.ownerIds.some((id) => id === tenant.ownerId)) &&
    (filter.statuses?.includes(tenant.status) ?? true) &&
    (filter.connectionMethods?.includes(tenant.connectionMethod) ?? true) &&
    (filter.networks?.includes(tenant.network ?? null) ?? true) &&
    (from === null || (created !== null && created >= from)) &&
    (to === null || (created !== null && created <= to)) &&
    (since === null || (updated !== null && updated >= since)) &&
    (until === null || (updated !== null && updated <= until))
  );
}

/** Returns the tenants that match, in the requested order. */
export function reference(
  tenants: ListedRecord[],
  filter: Filter,
  sort: Sort[] | undefined,
): ListedRecord[] {
  const found = tenants.filter((tenant) => holds(tenant, filter));
  const { name } = filter;
  const newestFirst: Sort = { field: 'createdAt', direction: 'descending' };
  const sorts = sort ?? (name === undefined ? [] : [newestFirst]);
  if (sorts.length > 0) {
    const byId: Sort = { field: 'id', direction: 'ascending' };
    // Sort by the least important column first. Sorting is stable, so equal tenants keep that order.
    for (const each of [...sorts, byId].reverse()) found.sort((a, b) => compareBy(each, a, b));
  }
  return name === undefined || sort !== undefined
    ? found
    : found.sort((a, b) => matchLevel(b, name) - matchLevel(a, name));
}
