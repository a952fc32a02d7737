/** Texts of the export dialog and the panel of exports. */
export const exportTexts = {
  title: 'Export',
  exportButton: 'Export…',
  more: 'More ways to export',
};
