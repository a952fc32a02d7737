/** Nội dung do phần xuất Excel ghi ra và hỏi qua hộp thoại của hệ thống. */
export const sheet = {
  saveTitle: 'Xuất danh sách tổng đài ra Excel',
  excelWorkbook: 'Sổ làm việc Excel',
  sheetName: 'Tổng đài',
  fieldInZone: '{{field}} ({{zone}})',
};
