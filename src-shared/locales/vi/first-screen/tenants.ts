import type { RecordField } from '../../../list-record.ts';

/** The names of columns and values, on screen and in exported files. */
export const tenants = {
  fields: {
    name: 'Tên',
    domain: 'Tên miền',
    status: 'Trạng thái',
    ownerId: 'ID chủ sở hữu',
    connectionMethod: 'Phương thức',
    connectionId: 'ID kết nối',
    id: 'ID',
    createdAt: 'Ngày tạo',
    updatedAt: 'Ngày cập nhật',
    hotline: 'Số hotline',
    network: 'Nhà mạng',
    isFreeCharge: 'Miễn cước',
    description: 'Mô tả',
  } satisfies Record<RecordField, string>,
  fieldInZone: '{{field}} ({{zone}})',
  account: 'Tài khoản',
  age: 'Số ngày đã tạo',
  tags: 'Nhãn',
  /** The numbers of the hotlines of the owner. */
  hotlines: 'Hotline của chủ sở hữu',
  note: 'Ghi chú',
  whatChanged: 'Nội dung thay đổi',
  foundAt: 'Phát hiện',
  statuses: { Z: 'Mới tạo', P: 'Đang bật', N: 'Đã tắt' },
  /** Of a hotline: whether calls to it are free for the caller. */
  truth: { true: 'Có', false: 'Không' },
  connectionMethods: { unknown: 'Không rõ', builtin: 'Tích hợp sẵn', direct: 'Trực tiếp' },
};
