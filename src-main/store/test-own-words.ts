import fc from 'fast-check';
import type { Annotation } from '../../src-shared/annotations.ts';
import type { Filter, ListedRecord, Sort } from '../../src-shared/list-tenants.ts';
import { annotationFields, tenantFields } from '../../src-shared/tenant-fields.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';

const anyWords = fc
  .array(fc.constantFrom('gọi', 'goi', 'lại', 'Công', 'ty', 'an', '12', '🏪', '—', 'Z'), {
    maxLength: 3,
  })
  .map((words) => words.join(' '));
const anyTag = fc.constantFrom('VIP', 'gọi lại', 'nợ', '🏪', 'Công nợ');
const anyAnnotation: fc.Arbitrary<Annotation> = fc.record({
  isStarred: fc.boolean(),
  note: anyWords,
  tags: fc.subarray(['🏪', 'Công nợ', 'gọi lại', 'nợ', 'VIP']),
});
/** Annotations of some of the tenants, by their position, and names of some owners. */
export const anyOwnWords = fc.record({
  annotations: fc.array(fc.option(anyAnnotation), { maxLength: 60 }),
  ownerNames: fc.array(
    fc.record({
      ownerId: fc.constantFrom<string>('1', '12', '9', '77'),
      name: fc.constantFrom('Anh Minh', 'Chị An', 'Công ty Z', '🏪 12'),
    }),
    { maxLength: 3 },
  ),
});
export const anyAnnotatedFilter: fc.Arbitrary<Filter> = fc.oneof(
  fc
    .tuple(anyWords, fc.constantFrom('', 'cong', 'an', 'vip', 'minh', 'Công', '🏪', 'nợ'))
    .map((words) => words.join(' ').trim())
    .filter((name) => name !== '')
    .map((name) => ({ name })),
  fc.constant({ isStarred: true as const }),
  fc.constant({ hasNote: true as const }),
  fc.array(fc.option(anyTag), { minLength: 1, maxLength: 2 }).map((tags) => ({ tags })),
  fc.constant({}),
);
export const anyAnnotatedSort: fc.Arbitrary<Sort[] | undefined> = fc.option(
  fc.array(
    fc.record({
      field: fc.constantFrom(...annotationFields, ...tenantFields.slice(0, 4)),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  { nil: undefined },
);

export type OwnWords = typeof anyOwnWords extends fc.Arbitrary<infer Value> ? Value : never;

/** Returns the tenants as they must be listed. */
export function withOwnWords(tenants: readonly ListRecord[], own: OwnWords): ListedRecord[] {
  const names = new Map(own.ownerNames.map(({ ownerId, name }) => [ownerId, name]));
  return tenants.map((tenant, at) => {
    const annotation = tenant.id === '' ? null : (own.annotations[at] ?? null);
    const isEmpty =
      annotation === null ||
      (!annotation.isStarred && annotation.note === '' && annotation.tags.length === 0);
    const ownerName = names.get(tenant.ownerId ?? '');
    return {
      ...tenant,
      ...(!isEmpty && { annotation }),
      ...(ownerName !== undefined && { ownerName }),
    };
  });
}
