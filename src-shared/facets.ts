import { z } from 'zod';
import { accountOrAllSchema } from './account.ts';
import type { Age, Period } from './days.ts';
import { filterSchema } from './list-tenants.ts';
import { recordsSchema } from './records-schema.ts';
import { timeZones } from './time-zone.ts';

export const facetsRequestSchema = z.object({
  accountId: accountOrAllSchema,
  records: recordsSchema,
  filter: filterSchema,
  /** Days and months start and end in this zone. */
  timeZone: z.enum(timeZones),
});

export interface ValueCount {
  /** `null` for tenants without a value. */
  value: string | null;
  count: number;
}

/** How many tenants were created, or updated, in each period, and before each age. */
export type PeriodCounts = Record<Period | Age, number>;

interface ListedOwner {
  value: string;
  count: number;
  /** The user's own name of the owner; `null` if it has none. */
  name: string | null;
  /** The name of the owner's first tenant, by the time of creation, to recognize an owner without a name. */
  hint: string | null;
}

interface Owners {
  /** The owners with the most tenants, largest first. Facets also have all others that have a name. */
  most: ListedOwner[];
  /** The number of all owners. */
  count: number;
}

/**
 * The values a saved list can be filtered by, with the number of tenants each would show. The counts of a field consider
 * all conditions of the filter except the field's own.
 */
export interface Facets {
  statuses: ValueCount[];
  connectionMethods: ValueCount[];
  /** Of hotlines; empty for tenants. */
  networks: ValueCount[];
  owners: Owners;
  /** By account id, in the order of the accounts. Empty for the list of one account. */
  accounts: { value: string; count: number }[];
  created: PeriodCounts;
  changed: PeriodCounts;
  /** `null` stands for tenants without tags. The most frequent comes first. */
  tags: ValueCount[];
  /** The number of tenants with a star, and with a note. */
  starred: number;
  noted: number;
}

/** The number of months in the overview. */
export const overviewMonths = 24;

/** The totals of a saved list. */
export interface Overview {
  total: number;
  statuses: ValueCount[];
  /** Tenants that are still newly created more than 30 days after they were created: those that `stillNew` filters. */
  stillNew: number;
  /** New tenants of the last `overviewMonths` months, oldest first. A month is `2026-11`, in the zone of the shown dates. */
  months: { month: string; count: number }[];
  owners: Owners;
  growth: Growth;
  /** The totals of each account, if several lists are shown as one; otherwise empty. */
  accounts: AccountTotals[];
}

/** The tenants of a list at the end of a month, or now for the current month. */
export interface MonthOfGrowth {
  /** `2026-11`, in the zone of the shown dates. */
  month: string;
  statuses: ValueCount[];
  /** Tenants that were found new, or gone, in this month. */
  new: number;
  gone: number;
}

/**
 * How a list has grown, as far as its history is kept. It counts tenants that match the filter now, or that matched when
 * they were last seen.
 */
interface Growth {
  /** Oldest first. Empty if the list was read only once. */
  months: MonthOfGrowth[];
  /** When the history begins. */
  since: string | null;
}

/** The totals of one account. */
export interface AccountTotals {
  accountId: string;
  total: number;
  statuses: ValueCount[];
  newThisMonth: number;
  goneThisMonth: number;
  fetchedAt: string | null;
}
