/** What the export writes and asks through the system's own dialogs. */
export const sheet = {
  saveTitle: 'Export tenants to Excel',
  excelWorkbook: 'Excel workbook',
  sheetName: 'Tenants',
  fieldInZone: '{{field}} ({{zone}})',
};
