/** An invented brand combines a first and a second part: "Hoàng Phát", "Minh Khang". */
export const brandFirst =
  'An Bảo Đại Đông Đức Gia Hải Hoàng Hồng Hưng Kim Lam Mai Minh Nam Ngọc Nhật Phú Phương Quang Tân Thái Thanh Thiên Thuận Trường Tùng Vạn Việt Xuân'.split(
    ' ',
  );

export const brandSecond =
  'Anh Bình Châu Cường Dương Đạt Điền Hà Hòa Khang Khánh Lâm Linh Lộc Long Mỹ Nguyên Nghĩa Phát Phong Phúc Quân Sơn Tâm Thành Thịnh Thủy Tiến Tín Trí Vinh Vượng Yến'.split(
    ' ',
  );

export const places = [
  'Hà Nội',
  'Sài Gòn',
  'Đà Nẵng',
  'Hải Phòng',
  'Cần Thơ',
  'Huế',
  'Nha Trang',
  'Đà Lạt',
  'Vũng Tàu',
  'Biên Hòa',
  'Thủ Đức',
  'Buôn Ma Thuột',
  'Quy Nhơn',
  'Vinh',
  'Hạ Long',
  'Thái Nguyên',
  'Nam Định',
  'Long Xuyên',
  'Rạch Giá',
  'Quận 1',
  'Quận 7',
  'Cầu Giấy',
  'Thanh Xuân',
  'Gò Vấp',
];

const companyForms = ['Công ty TNHH', 'Công ty Cổ phần', 'Công ty TNHH MTV', 'Công ty CP', 'DNTN'];

const activities = [
  'Thương mại Điện Lạnh',
  'Vận tải',
  'Xây dựng',
  'Dược phẩm',
  'Nội thất',
  'May mặc',
  'Thủy sản',
  'Nông sản',
  'Du lịch',
  'Bất động sản',
  'Công nghệ',
  'Quảng cáo',
  'In ấn Bao bì',
  'Cơ khí',
  'Thiết bị Y tế',
  'Dịch vụ Bảo vệ',
  'Xuất nhập khẩu',
  'Thực phẩm',
  'Mỹ phẩm',
  'Điện tử',
  'Ô tô',
  'Nhựa',
  'Năng lượng Mặt trời',
  'Tư vấn Luật',
  'Kế toán Thuế',
  'Truyền thông',
];

/** A kind of business, named before the brand. `weight` is its share of the sum of all weights. */
interface NameKind {
  weight: number;
  titles: readonly string[];
  /** Names of branches always contain a place, other names sometimes. */
  branch: boolean;
}

export const nameKinds: readonly NameKind[] = [
  {
    weight: 50,
    titles: companyForms.flatMap((form) => activities.map((activity) => `${form} ${activity}`)),
    branch: false,
  },
  {
    weight: 12,
    titles: ['Phòng khám Đa khoa', 'Nha khoa', 'Bệnh viện Mắt', 'Nhà thuốc', 'Thẩm mỹ viện'],
    branch: false,
  },
  {
    weight: 8,
    titles: ['Trường Mầm non', 'Trường THPT', 'Trung tâm Anh ngữ', 'Trường Cao đẳng'],
    branch: false,
  },
  {
    weight: 8,
    titles: ['Khách sạn', 'Nhà hàng', 'Khu nghỉ dưỡng', 'Chuỗi cà phê'],
    branch: false,
  },
  {
    weight: 7,
    titles: ['Ngân hàng TMCP', 'Quỹ Tín dụng', 'Bảo hiểm', 'Chứng khoán'],
    branch: true,
  },
  {
    weight: 7,
    titles: ['Chuyển phát nhanh', 'Kho vận', 'Giao nhận', 'Taxi', 'Xe khách'],
    branch: false,
  },
  {
    weight: 8,
    titles: ['Tổng đài CSKH', 'Tổng đài Đặt lịch', 'Tổng đài Bảo hành'],
    branch: false,
  },
];
