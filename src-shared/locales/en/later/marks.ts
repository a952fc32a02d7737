/** Texts of the user's own marks: stars, tags, notes and names of owners. */
export const marks = {
  yours: 'Your marks',
  tags: 'Tags',
  note: 'Note',
  addTags: 'Add tags…',
  removeTags: 'Remove tags…',
  writeNote: 'Note…',
  /** For assistive technology. */
  ofSelected_one: 'Mark {{count, number}} selected tenant',
  ofSelected_other: 'Mark {{count, number}} selected tenants',
  tooMany: 'At most {{most, number}} tenants at once',
  dialog: {
    addTags_one: 'Add tags to {{count, number}} tenant',
    addTags_other: 'Add tags to {{count, number}} tenants',
    removeTags_one: 'Remove tags from {{count, number}} tenant',
    removeTags_other: 'Remove tags from {{count, number}} tenants',
    note_one: 'Note for {{count, number}} tenant',
    note_other: 'Note for {{count, number}} tenants',
    replaces: 'Replaces the note of each of these tenants. Leave it empty to remove their notes.',
    tagsHint: 'Press Enter or a comma after each tag.',
    add: 'Add',
    remove: 'Remove',
    save: 'Save',
  },
  onlyHere: 'Kept on this computer only.',
  addTag: 'Add a tag',
  noteHint: 'Saved when you leave the field.',
  owner: {
    name: 'Name this owner…',
    /** For an owner that has a name. */
    rename: 'Rename owner…',
    title: 'Name this owner',
    renameTitle: 'Rename owner',
    label: 'Name of owner {{id}}',
    hint: 'Shown instead of the ID. Kept on this computer only.',
    clear: 'Remove name',
  },
};
