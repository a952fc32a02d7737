/** Texts of the export dialog and the panel of exports. */
export const exportTexts = {
  exportButton: 'Xuất dữ liệu…',
  more: 'Cách xuất khác',
};
