import type { ImportProblem } from '../../../import-annotations.ts';

/** Texts of the dialog that imports names of owners, tags and notes from a file. */
export const importTexts = {
  title: 'Import names, tags and notes',
  introduction:
    'Choose an Excel, CSV or text file with the IDs or domains of tenants, or drop it here. You see what will change before anything is imported.',
  columns: {
    tenant: 'ID or domain',
    ownerName: 'Owner name',
    tags: 'Tags',
    note: 'Note',
  },
  doNotImport: 'Do not import',
  rules:
    'Tags are separated by commas or semicolons, and added. Notes and names are replaced. Empty cells change nothing.',
  preview: 'Preview',
  chooseColumns: 'Choose at least one column to import.',
  nothing: 'Nothing to import.',
  counts: {
    notesAdded_one: '{{count, number}} tenant gets a note.',
    notesAdded_other: '{{count, number}} tenants get a note.',
    notesReplaced_one: 'The note of {{count, number}} tenant is replaced.',
    notesReplaced_other: 'The notes of {{count, number}} tenants are replaced.',
    tagged_one: '{{count, number}} tenant gets tags.',
    tagged_other: '{{count, number}} tenants get tags.',
    ownersNamed_one: '{{count, number}} owner gets a name.',
    ownersNamed_other: '{{count, number}} owners get a name.',
    ownersRenamed_one: 'The name of {{count, number}} owner is replaced.',
    ownersRenamed_other: 'The names of {{count, number}} owners are replaced.',
    unchangedRows_one: '{{count, number}} row changes nothing.',
    unchangedRows_other: '{{count, number}} rows change nothing.',
    rowsWithoutTenant_one: '{{count, number}} row has no ID or domain.',
    rowsWithoutTenant_other: '{{count, number}} rows have no ID or domain.',
  },
  notFound_one: '{{count, number}} value matches no tenant:',
  notFound_other: '{{count, number}} values match no tenant:',
  problems: {
    severalTenants: 'Not imported, because several tenants have this domain. Use their IDs:',
    nameTooLong: 'Owner name not imported, because it has more than {{most, number}} characters:',
    tagTooLong: 'Tag not imported, because it has more than {{most, number}} characters:',
    noteTooLong: 'Note not imported, because it has more than {{most, number}} characters:',
    tooManyTags: 'Tags not imported, because a tenant can have {{most, number}} at most:',
    noOwner: 'Owner name not imported, because the tenant has no owner:',
    differentNames:
      'Owner name not imported, because the file has different names for the same owner:',
    differentNotes: 'Note not imported, because the file has different notes for the same tenant:',
  } satisfies Record<ImportProblem, string>,
  import: 'Import',
  /** In the notice after the import. */
  done: {
    imported: 'Imported: {{changes}}.',
    nothing: 'Nothing was imported, because the list or your marks have changed in the meantime.',
    notes_one: 'note of {{count, number}} tenant',
    notes_other: 'notes of {{count, number}} tenants',
    tags_one: 'tags of {{count, number}} tenant',
    tags_other: 'tags of {{count, number}} tenants',
    names_one: 'name of {{count, number}} owner',
    names_other: 'names of {{count, number}} owners',
  },
};
