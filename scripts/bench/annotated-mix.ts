import type { Filter, Sort } from '../../src-shared/list-tenants.ts';
import { annotationFields } from '../../src-shared/tenant-fields.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { BenchApp } from './app.ts';
import { timed, type Timed } from './run-mix.ts';

const annotatedTenants = 5_000;
const namedOwners = 200;
const notes = ['gọi lại thứ hai', 'đã gửi hóa đơn tháng 11', 'chờ ký hợp đồng', 'khách quen'];
const tags = ['VIP', 'Công nợ', 'Gia hạn', 'Dùng thử'];

interface View {
  name: string;
  filter: Filter;
  sort: Sort[];
}

/** Saved views that use annotations: each filter and some searches, with each sort. */
function annotatedViews(): View[] {
  const filters: Filter[] = [
    { isStarred: true },
    { hasNote: true, statuses: ['P', 'Z'] },
    { tags: ['VIP', 'Công nợ'] },
    { name: 'goi lai' },
    { name: 'ha noi goi', connectionMethods: ['direct', 'builtin'] },
    { statuses: ['P'] },
  ];
  const sorts: Sort[] = [...annotationFields, 'createdAt' as const].map((field) => ({
    field,
    direction: 'descending',
  }));
  return filters.flatMap((filter) =>
    sorts.map((sort) => ({
      name: `${JSON.stringify(filter)} by ${sort.field}`,
      filter,
      sort: [sort],
    })),
  );
}

/** Adds a star, note or tags to every so many tenants, and names owners. */
export async function annotateSome(app: BenchApp, tenants: readonly ListRecord[]): Promise<void> {
  const step = Math.max(1, Math.floor(tenants.length / annotatedTenants));
  for (const [number, note] of notes.entries()) {
    const keys = tenants
      .filter((_, at) => at % (step * notes.length) === step * number)
      .map(tenantKey);
    const change = { isStarred: number % 2 === 0, note, addTags: tags.slice(number) };
    await app.annotate({ tenants: { keys }, change });
  }
  const owners = [...new Set(tenants.flatMap(({ ownerId }) => ownerId ?? []))];
  for (const [at, ownerId] of owners.slice(0, namedOwners).entries()) {
    await app.nameOwner({ ownerId, name: `Anh Minh ${at}` });
  }
}

/** Times the first page of each view. Before each round a note is changed, so that no page is known. */
export async function runAnnotatedMix(
  app: BenchApp,
  some: ListRecord,
  rounds: number,
): Promise<Timed[]> {
  const times: Timed[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await app.annotate({ tenants: { keys: [tenantKey(some)] }, change: { note: `${round}` } });
    for (const { name, ...query } of annotatedViews()) {
      const [, milliseconds] = await timed(() => app.list({ ...query, paging: { limit: 100 } }));
      times.push({ name, milliseconds });
    }
  }
  return times;
}
