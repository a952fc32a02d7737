/** Texts of the changes view. */
export const changesTexts = {
  upTo: 'up to {{when}}',
  kind: 'Kind of change',
  counts: {
    any: 'All {{count, number}}',
    new: 'New {{count, number}}',
    changed: 'Changed {{count, number}}',
    gone: 'Gone {{count, number}}',
  },
  kinds: { any: 'All', new: 'New', changed: 'Changed', gone: 'Gone' },
  goneSince: 'No longer on the server. Found {{time}}.',
  /** The title of the menu of the baselines. */
  baseline: 'Show changes',
  baselines: {
    seen: 'Since I last looked',
    lastRefresh: 'Since the last refresh',
    lastExport: 'Since the last export',
  },
  notExported: 'Not exported yet',
  today: 'Today',
  day: 'Since the start of a day',
  dayInZone: 'Days start at 00:00, {{zone}}.',
  becameValue: '→ {{value}}',
  fieldBecame: '{{field}} → {{value}}',
  markSeen: 'Mark all as seen',
  empty: {
    any: 'No changes',
    new: 'No new tenants',
    new_hotlines: 'No new hotlines',
    changed: 'No changed tenants',
    changed_hotlines: 'No changed hotlines',
    gone: 'No tenants are gone',
    gone_hotlines: 'No hotlines are gone',
  },
  emptyHint: 'Compared with the list of {{when}}.',
  notYetHint:
    'The list has been read only once. What changes from now on appears here after the next refresh.',
  showAll: 'Show all tenants',
  showAll_hotlines: 'Show all hotlines',
};
