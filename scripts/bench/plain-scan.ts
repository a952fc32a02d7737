import { parseDate } from '../../src-shared/dates.ts';
import type { FieldSort, Filter } from '../../src-shared/list-tenants.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';

const collator = new Intl.Collator('vi');
const ids = new Set(['id', 'ownerId', 'connectionId']);

/** Returns a page of 100 without an index: filters all rows, sorts the matches and takes the first. */
export function plainScan(
  tenants: readonly ListRecord[],
  filter: Filter,
  [sort]: readonly FieldSort[] = [],
): ListRecord[] {
  const matching = tenants.filter(matcher(filter));
  return (sort === undefined ? matching : matching.toSorted(comparison(sort))).slice(0, 100);
}

function matcher(filter: Filter): (tenant: ListRecord) => boolean {
  const { statuses, connectionMethods, ownerIds } = filter;
  const words = fold(filter.name ?? '').split(/\s+/);
  const from = moment(filter.createdFrom ?? null);
  const to = moment(filter.createdTo ?? null);
  const since = moment(filter.changedFrom ?? null);
  return (tenant) => {
    if (statuses !== undefined && !statuses.includes(tenant.status)) return false;
    if (connectionMethods !== undefined && !connectionMethods.includes(tenant.connectionMethod)) {
      return false;
    }
    if (ownerIds !== undefined && !ownerIds.some((id) => id === tenant.ownerId)) return false;
    if (!Number.isNaN(from) && !(moment(tenant.createdAt) >= from)) return false;
    if (!Number.isNaN(to) && !(moment(tenant.createdAt) <= to)) return false;
    if (!Number.isNaN(since) && !(moment(tenant.updatedAt) >= since)) return false;
    if (filter.name === undefined) return true;
    const { name, domain, id, connectionId } = tenant;
    const own = fold(`${name} ${domain} ${id} ${tenant.ownerId ?? ''} ${connectionId ?? ''}`);
    const ownWords = own.split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => ownWords.some((ownWord) => ownWord.startsWith(word)));
  };
}

function moment(text: string | null): number {
  return parseDate(text ?? '');
}

function comparison({
  field,
  direction,
}: FieldSort): (left: ListRecord, right: ListRecord) => number {
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = ids.has(field)
    ? (left: string, right: string) => left.length - right.length || (left < right ? -1 : 1)
    : (left: string, right: string) => collator.compare(left, right);
  return (left, right) => {
    const leftValue = left[field] ?? null;
    const rightValue = right[field] ?? null;
    if (leftValue === rightValue) return left.id < right.id ? -1 : 1;
    if (leftValue === null) return 1;
    if (rightValue === null) return -1;
    return sign * compare(leftValue, rightValue);
  };
}

/** Removes case and accents. Unicode does not decompose đ, so it is replaced. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}
