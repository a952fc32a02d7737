import type { ImportProblem } from '../../../import-annotations.ts';

/** Texts of the dialog that imports names of owners, tags and notes from a file. */
export const importTexts = {
  title: 'Nhập tên, nhãn và ghi chú',
  introduction:
    'Chọn tệp Excel, CSV hoặc văn bản có ID hoặc tên miền của tổng đài, hoặc thả tệp vào đây. Bạn xem trước mọi thay đổi rồi mới nhập.',
  columns: {
    tenant: 'ID hoặc tên miền',
    ownerName: 'Tên chủ sở hữu',
    tags: 'Nhãn',
    note: 'Ghi chú',
  },
  doNotImport: 'Không nhập',
  rules:
    'Các nhãn cách nhau bằng dấu phẩy hoặc dấu chấm phẩy và được thêm vào. Ghi chú và tên được thay thế. Ô trống không thay đổi gì.',
  preview: 'Xem trước',
  chooseColumns: 'Chọn ít nhất một cột để nhập.',
  nothing: 'Không có gì để nhập.',
  counts: {
    notesAdded_other: '{{count, number}} tổng đài được thêm ghi chú.',
    notesReplaced_other: 'Ghi chú của {{count, number}} tổng đài được thay thế.',
    tagged_other: '{{count, number}} tổng đài được thêm nhãn.',
    ownersNamed_other: '{{count, number}} chủ sở hữu được đặt tên.',
    ownersRenamed_other: 'Tên của {{count, number}} chủ sở hữu được thay thế.',
    unchangedRows_other: '{{count, number}} dòng không thay đổi gì.',
    rowsWithoutTenant_other: '{{count, number}} dòng không có ID hoặc tên miền.',
  },
  notFound_other: '{{count, number}} giá trị không khớp với tổng đài nào:',
  problems: {
    severalTenants: 'Không nhập, vì nhiều tổng đài có cùng tên miền này. Hãy dùng ID:',
    nameTooLong: 'Không nhập tên chủ sở hữu, vì dài hơn {{most, number}} ký tự:',
    tagTooLong: 'Không nhập nhãn, vì dài hơn {{most, number}} ký tự:',
    noteTooLong: 'Không nhập ghi chú, vì dài hơn {{most, number}} ký tự:',
    tooManyTags: 'Không nhập nhãn, vì mỗi tổng đài có tối đa {{most, number}} nhãn:',
    noOwner: 'Không nhập tên chủ sở hữu, vì tổng đài không có chủ sở hữu:',
    differentNames: 'Không nhập tên chủ sở hữu, vì tệp có nhiều tên cho cùng một chủ sở hữu:',
    differentNotes: 'Không nhập ghi chú, vì tệp có nhiều ghi chú cho cùng một tổng đài:',
  } satisfies Record<ImportProblem, string>,
  import: 'Nhập',
  /** In the notice after the import. */
  done: {
    imported: 'Đã nhập: {{changes}}.',
    nothing: 'Không nhập gì, vì danh sách hoặc các đánh dấu của bạn vừa thay đổi.',
    notes_other: 'ghi chú của {{count, number}} tổng đài',
    tags_other: 'nhãn của {{count, number}} tổng đài',
    names_other: 'tên của {{count, number}} chủ sở hữu',
  },
};
