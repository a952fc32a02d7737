/** Texts of the user's own marks: stars, tags, notes and names of owners. */
export const marks = {
  /** On the filter chip and on the menu for selected rows. */
  title: 'Marks',
  star: 'Star',
  unstar: 'Remove star',
  starred: 'Starred',
  withNote: 'With a note',
  noTags: 'No tags',
  done: {
    starred_one: '{{count, number}} tenant starred.',
    starred_other: '{{count, number}} tenants starred.',
    unstarred_one: 'Star removed from {{count, number}} tenant.',
    unstarred_other: 'Star removed from {{count, number}} tenants.',
    tagged_one: '{{count, number}} tenant tagged.',
    tagged_other: '{{count, number}} tenants tagged.',
    untagged_one: 'Tags removed from {{count, number}} tenant.',
    untagged_other: 'Tags removed from {{count, number}} tenants.',
    noted_one: 'Note of {{count, number}} tenant changed.',
    noted_other: 'Notes of {{count, number}} tenants changed.',
  },
  owner: {
    /** For screen readers, after the name. */
    id: '(ID {{id}})',
  },
};
