export const overviewTexts = {
  title: 'Tổng quan',
};
