/** Texts of the export dialog and the panel of exports. */
export const exportTexts = {
  exportButton: 'Export…',
  more: 'More ways to export',
};
