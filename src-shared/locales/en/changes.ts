/** Texts of the changes view. */
export const changesTexts = {
  title: 'Changes',
  allTenants: 'All tenants',
  /** `when` is `today 14:05` or `Fri 20 Nov, 17:05`. */
  since: 'Changes since {{when}}',
  upTo: 'up to {{when}}',
  count: '{{count, number}}',
  kind: 'Kind of change',
  counts: {
    any: 'All {{count, number}}',
    new: 'New {{count, number}}',
    changed: 'Changed {{count, number}}',
    gone: 'Gone {{count, number}}',
  },
  kinds: { any: 'All', new: 'New', changed: 'Changed', gone: 'Gone' },
  /** In the column of what has changed. */
  what: { new: 'New tenant', gone: 'No longer on the server' },
  became: '{{field}}: {{from}} → {{to}}',
  goneSince: 'No longer on the server. Found {{time}}.',
  baseline: 'Compare with',
  baselines: {
    seen: 'Since I last looked',
    lastRefresh: 'Since the last refresh',
    lastExport: 'Since the last export',
  },
  today: 'Today',
  day: 'Since the start of a day',
  dayInZone: 'Days start at 00:00, {{zone}}.',
  becameValue: '→ {{value}}',
  fieldBecame: '{{field}} → {{value}}',
  markSeen: 'Mark all as seen',
  marked_one: '{{count, number}} change marked as seen.',
  marked_other: '{{count, number}} changes marked as seen.',
  unseen_one: '{{count, number}} unseen change',
  unseen_other: '{{count, number}} unseen changes',
  empty: {
    any: 'No changes',
    new: 'No new tenants',
    changed: 'No changed tenants',
    gone: 'No tenants are gone',
  },
  emptyHint: 'Compared with the list of {{when}}.',
  notYet: 'Nothing to compare yet',
  notYetHint:
    'The list has been read only once. What changes from now on appears here after the next refresh.',
  showAll: 'Show all tenants',
};
