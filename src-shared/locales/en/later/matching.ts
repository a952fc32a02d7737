/** Texts of the filter by a list of values. */
export const matchingTexts = {
  name: 'Matching',
  /** On the chip, while the values are looked for. */
  values_one: '{{count, number}} value',
  values_other: '{{count, number}} values',
  /** On the chip, which is narrow. */
  found: '{{found, number}} of {{of, number}} found',
  by: 'Match by',
  fields: {
    any: 'Any',
    id: 'ID',
    domain: 'Domain',
    hotline: 'Hotline',
    name: 'Name',
  },
  notFound: 'Not found',
  /** Above the values that were not found. */
  missing: 'Not found: {{count, number}}',
  allFound: 'Every value was found.',
  more_one: 'and {{count, number}} more',
  more_other: 'and {{count, number}} more',
  drop: 'Drop a file to find its tenants',
  drop_hotlines: 'Drop a file to find its hotlines',
};
