/** Texts for switching, adding, renaming and removing accounts. */
export const accounts = {
  switch: 'Account: {{name}}',
  /** The badge on sample data. */
  sample: 'Sample',
  unseen_one: '{{count, number}} unseen change in other accounts',
  unseen_other: '{{count, number}} unseen changes in other accounts',
};
