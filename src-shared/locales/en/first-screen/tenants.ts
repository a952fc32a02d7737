import type { RecordField } from '../../../list-record.ts';

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
    hotline: 'Hotline',
    network: 'Network',
    isFreeCharge: 'Free of charge',
    description: 'Description',
  } satisfies Record<RecordField, string>,
  /** The header of a column of times: `Created (UTC+7)`. */
  fieldInZone: '{{field}} ({{zone}})',
  account: 'Account',
  /** How many days ago a tenant was created. */
  age: 'Age',
  tags: 'Tags',
  /** The numbers of the hotlines of the owner. */
  hotlines: 'Hotlines of the owner',
  note: 'Note',
  whatChanged: 'What changed',
  foundAt: 'Found',
  statuses: { Z: 'Newly created', P: 'Enabled', N: 'Disabled' },
  /** Of a hotline: whether calls to it are free for the caller. */
  truth: { true: 'Yes', false: 'No' },
  connectionMethods: { unknown: 'Unknown', builtin: 'Built-in', direct: 'Direct' },
};
