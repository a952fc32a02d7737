/** Texts of the dialog that proves what a refresh has read. */
export const proofTexts = {
  title: 'Is the list complete?',
  open: 'Show details of the last refresh',
  complete: "Yes. The server's list was read to the end, each tenant once.",
  completeButUnreadable_one:
    "The server's list was read to the end, but {{count, number}} row could not be read. It is kept on this computer but is not in the list. A tenant that it may be about does not count as gone.",
  completeButUnreadable_other:
    "The server's list was read to the end, but {{count, number}} rows could not be read. They are kept on this computer but are not in the list. Tenants that they may be about do not count as gone.",
  completeWithBreak:
    "The server's list was read to the end, but in {{count, number}} parts. A tenant that changed between them may be missing or out of date.",
  partial: 'Not yet. The first refresh has not finished. The tenants it has read are shown.',
  nothing: 'Nothing is saved yet. Refresh the list.',
  pages: 'Pages read',
  rows: 'Tenants',
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
      'Off for this account since {{time}}: a quick refresh would have missed a change. Every refresh reads the whole list.',
    unsorted:
      'Off for this account since {{time}}: the server does not sort its list by update time. Every refresh reads the whole list.',
  },
  interrupted: 'The last refresh was interrupted',
  running: 'A refresh is running. Its result replaces this one when it finishes.',
};

/** Texts about rows that could not be read. */
export const unreadableTexts = {
  mark_one: '{{count, number}} row unreadable',
  mark_other: '{{count, number}} rows unreadable',
  title: 'Unreadable rows',
  show: 'Show unreadable rows',
  hint: 'The server sent these rows, but the app could not read them as tenants. Tenants that they may be about stay in the list as they were and do not count as gone.',
  row: 'Row {{number, number}}',
};
