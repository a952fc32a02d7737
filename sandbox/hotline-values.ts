/** The networks and how their numbers begin. `weight` is the share of a network of the sum of all weights. */
export const networks = [
  {
    weight: 40,
    network: 'viettel',
    prefixes: ['1900', '1800', '02462', '02862', '086', '096', '098'],
  },
  { weight: 25, network: 'vinaphone', prefixes: ['1900', '1800', '02438', '02838', '091', '094'] },
  { weight: 18, network: 'mobifone', prefixes: ['1900', '1800', '0247', '0287', '090', '093'] },
  { weight: 10, network: 'cmc', prefixes: ['1900', '0247', '0287'] },
  { weight: 7, network: 'gtel', prefixes: ['1900', '02499', '02899', '099'] },
];

/** What a hotline is for. The brand follows. */
export const hotlineTitles = [
  'Hotline Chăm sóc khách hàng',
  'Hotline Bán hàng',
  'Hotline Hỗ trợ kỹ thuật',
  'Hotline Bảo hành',
  'Hotline Đặt lịch',
  'Hotline Khiếu nại',
  'Hotline Tuyển dụng',
];

export const hotlineDescriptions = [
  'Trực 24/7',
  'Giờ hành chính, từ thứ Hai đến thứ Sáu',
  'Chuyển về lễ tân sau 22 giờ',
  'Dùng cho chiến dịch quảng cáo',
  'Số dự phòng khi tổng đài bận',
  'Tiếp nhận đơn hàng khu vực miền Nam',
  'Tiếp nhận đơn hàng khu vực miền Bắc',
];
