import type { SandboxRow } from './wire.ts';

type Change = (row: SandboxRow) => Record<string, unknown>;

/** Unusual values that the platform sends or that its types allow. */
const changes = {
  'status-null': () => ({ status: null }),
  'status-absent': () => ({ status: undefined }),
  'status-unknown': () => ({ status: 'X9' }),
  'dates-null': () => ({ created_at: null, updated_at: null }),
  'dates-empty': () => ({ created_at: '', updated_at: '' }),
  'method-unknown': () => ({ connection_method: 'sip_trunk' }),
  'extra-members': () => ({ hotlines: ['19001234'], plan: { code: 'pro', seats: 12 } }),
  'ids-zero': () => ({ owner_id: '0', connection_id: '0' }),
  'ids-empty': () => ({ owner_id: '', connection_id: '' }),
  'ids-number': ({ id, owner_id, connection_id }) => ({
    id: BigInt(id),
    owner_id: BigInt(owner_id),
    connection_id: BigInt(connection_id),
  }),
  'name-leading-spaces': ({ name }) => ({ name: `   ${name}` }),
  'name-equals': () => ({ name: '=HYPERLINK("http://127.0.0.1/","Tổng đài")' }),
  'name-plus': () => ({ name: '+84 28 7300 1234' }),
  'name-minus': () => ({ name: '-2+3 Tổng đài' }),
  'name-at': () => ({ name: '@SUM(1,2) Tổng đài' }),
  'name-quotes': ({ name }) => ({ name: `"${name}", 'CN 1'` }),
  'name-tab': ({ name }) => ({ name: `${name}\tCN 1` }),
  'name-newline': ({ name }) => ({ name: `${name}\r\nCN 1\nTầng 2` }),
  'name-decomposed': ({ name }) => ({ name: name.normalize('NFD') }),
} satisfies Record<string, Change>;

export type AwkwardKind = keyof typeof changes;

/** All kinds, in a fixed order. */
export const awkwardKinds: readonly AwkwardKind[] = Object.keys(changes).filter(isAwkwardKind);

/** Whether `text` names an awkward kind. */
export function isAwkwardKind(text: string): text is AwkwardKind {
  return Object.hasOwn(changes, text);
}

/** Returns a copy of `row` with one awkward value. A bigint in it stands for a JSON number. */
export function makeAwkward(row: SandboxRow, kind: AwkwardKind): Record<string, unknown> {
  return { ...row, ...changes[kind](row) };
}
