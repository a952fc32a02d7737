import type { TenantField } from '../../tenant.ts';

/** The names of columns and values, on screen and in exported files. */
export const tenants = {
  fields: {
    name: 'Name',
    domain: 'Domain',
    status: 'Status',
    ownerId: 'Owner ID',
    connectionMethod: 'Method',
    connectionId: 'Connection ID',
    id: 'ID',
    createdAt: 'Created',
    updatedAt: 'Updated',
  } satisfies Record<TenantField, string>,
  /** The header of a column of times: `Created (UTC+7)`. */
  fieldInZone: '{{field}} ({{zone}})',
  account: 'Account',
  /** How many days ago a tenant was created. */
  age: 'Age',
  tags: 'Tags',
  note: 'Note',
  whatChanged: 'What changed',
  foundAt: 'Found',
  statuses: { Z: 'Newly created', P: 'Enabled', N: 'Disabled' },
  connectionMethods: { unknown: 'Unknown', builtin: 'Built-in', direct: 'Direct' },
};
