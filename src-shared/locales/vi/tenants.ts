import type { TenantField } from '../../tenant.ts';

/** The names of columns and values, on screen and in exported files. */
export const tenants = {
  fields: {
    name: 'Tên tổng đài',
    domain: 'Tên miền',
    status: 'Trạng thái',
    ownerId: 'ID chủ sở hữu',
    connectionMethod: 'Phương thức',
    connectionId: 'ID kết nối',
    id: 'ID',
    createdAt: 'Ngày tạo',
    updatedAt: 'Ngày cập nhật',
  } satisfies Record<TenantField, string>,
  fieldInZone: '{{field}} ({{zone}})',
  account: 'Tài khoản',
  age: 'Đã tạo được',
  tags: 'Nhãn',
  note: 'Ghi chú',
  whatChanged: 'Nội dung thay đổi',
  foundAt: 'Phát hiện',
  statuses: { Z: 'Mới tạo', P: 'Đang bật', N: 'Đã tắt' },
  connectionMethods: { unknown: 'Không rõ', builtin: 'Tích hợp sẵn', direct: 'Trực tiếp' },
};
