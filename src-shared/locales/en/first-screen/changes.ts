/** Texts of the changes view. */
export const changesTexts = {
  title: 'Changes',
  list: 'List',
  /** `when` is `today 14:05` or `Fri 20 Nov, 17:05`. */
  since: 'Changes since {{when}}',
  count: '{{count, number}}',
  /** In the column of what has changed. */
  what: { new: 'New tenant', new_hotlines: 'New hotline', gone: 'No longer on the server' },
  became: '{{field}}: {{from}} → {{to}}',
  marked_one: '{{count, number}} change marked as seen.',
  marked_other: '{{count, number}} changes marked as seen.',
  unseen_one: '{{count, number}} unseen change',
  unseen_other: '{{count, number}} unseen changes',
  notYet: 'Nothing to compare yet',
};
