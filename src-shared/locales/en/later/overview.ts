/** Texts of the overview. */
export const overviewTexts = {
  nothing: 'The overview appears here once the list is saved.',
  byStatus: 'By status',
  stillNew: 'Newly created for more than 30 days',
  byMonth: 'New tenants by month',
  byOwner: 'Owners with the most tenants',
  /** On one bar: `November 2026: 12 new tenants`. */
  month_one: '{{month}}: {{count, number}} new tenant',
  month_other: '{{month}}: {{count, number}} new tenants',
  noOwners: 'No tenant has an owner.',
  views: { now: 'Now', growth: 'Growth', accounts: 'Accounts' },
  followFilters: 'Follow the filters',
  copy: 'Copy the overview',
  export: 'Export the overview',
  statusByMonth: 'Tenants by month',
  newAndGone: 'New and gone by month',
  new: 'New',
  gone: 'Gone',
  /** New minus gone. */
  net: 'Net',
  newThisMonth: 'New this month',
  goneThisMonth: 'Gone this month',
  noGrowth: 'Growth appears here once the list has been refreshed a second time.',
  /** In the row of an account. */
  notRefreshed: 'Not refreshed',
  growthSince: 'The history begins on {{time}}.',
  columns: {
    part: 'Section',
    value: 'Value',
    month: 'Month',
    account: 'Account',
    tenants: 'Tenants',
    refreshed: 'Refreshed',
  },
};
