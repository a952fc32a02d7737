/** Texts of the dialog that proves what a refresh has read. */
export const proofTexts = {
  title: 'Is the list complete?',
  complete: "Yes. The server's list was read to the end, each tenant once.",
  complete_hotlines: "Yes. The server's list was read to the end, each hotline once.",
  completeButUnreadable_one:
    "The server's list was read to the end, but {{count, number}} row could not be read. It is kept on this computer but is not in the list. A tenant that it may be about does not count as gone.",
  completeButUnreadable_hotlines_one:
    "The server's list was read to the end, but {{count, number}} row could not be read. It is kept on this computer but is not in the list. A hotline that it may be about does not count as gone.",
  completeButUnreadable_other:
    "The server's list was read to the end, but {{count, number}} rows could not be read. They are kept on this computer but are not in the list. Tenants that they may be about do not count as gone.",
  completeButUnreadable_hotlines_other:
    "The server's list was read to the end, but {{count, number}} rows could not be read. They are kept on this computer but are not in the list. Hotlines that they may be about do not count as gone.",
  completeWithBreak:
    "The server's list was read to the end, but in {{count, number}} parts. A tenant that changed between them may be missing or out of date.",
  completeWithBreak_hotlines:
    "The server's list was read to the end, but in {{count, number}} parts. A hotline that changed between them may be missing or out of date.",
  partial: 'Not yet. The first refresh has not finished. The tenants it has read are shown.',
  partial_hotlines:
    'Not yet. The first refresh has not finished. The hotlines it has read are shown.',
  nothing: 'Nothing is saved yet. Refresh the list.',
  pages: 'Pages read',
  rows: 'Tenants',
  rows_hotlines: 'Hotlines',
  duplicates: 'Duplicate rows',
  unreadable: 'Unreadable rows',
  lastPage: 'Last page',
  lastPageReached: 'Reached',
  lastPageNotReached: 'Not reached',
  duration: 'Duration',
  startedAt: 'Started',
  finishedAt: 'Finished',
  part: 'Part {{number, number}}',
  quick: 'Quick refreshes',
  quickLast: 'Last quick refresh',
  quickNone: 'None since the list was read in full',
  quickHint:
    'A quick refresh reads only what the server updated last. It finds new and changed tenants, but not those that are gone, and no changes that leave the update time as it was. Those are found when the whole list is read again, at the latest after the time in the settings.',
  quickOff: {
    missed:
      'Off for this account: at {{time}}, a change was found that a quick refresh would have missed. Every refresh reads the whole list. Quick refreshes are tried again after seven days without such a change.',
    unsorted:
      'Off for this account since {{time}}: the server does not sort its list by update time. Every refresh reads the whole list. Quick refreshes are tried again after seven days.',
  },
  /** About the hotlines of the same account. */
  hotlines: {
    title: 'Hotlines',
    wrong_address: 'This server does not list hotlines.',
    no_permission: 'This key may not read hotlines. Ask eTelecom to allow it.',
    failed: 'The hotlines could not be read by the last full refresh. {{error}}',
    readInFull_one: '{{count, number}} hotline, read in full {{time}}',
    readInFull_other: '{{count, number}} hotlines, read in full {{time}}',
  },
  interrupted: 'The last refresh was interrupted',
  running: 'A refresh is running. Its result replaces this one when it finishes.',
};

/** Texts about rows that could not be read. */
export const unreadableTexts = {
  title: 'Unreadable rows',
  show: 'Show unreadable rows',
  row: 'Row {{number, number}}',
};

/** Texts of the banner about a list that is much shorter than before. */
export const shrunkTexts = {
  title_one:
    "The server's list is much shorter: {{rows, number}} instead of {{count, number}} tenant.",
  title_other:
    "The server's list is much shorter: {{rows, number}} instead of {{count, number}} tenants.",
  title_hotlines_one:
    "The server's list is much shorter: {{rows, number}} instead of {{count, number}} hotline.",
  title_hotlines_other:
    "The server's list is much shorter: {{rows, number}} instead of {{count, number}} hotlines.",
  use: 'Use the new list',
  keep: 'Keep the old list',
};
