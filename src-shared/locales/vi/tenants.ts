import type { TenantField } from '../../tenant.ts';

/** Tên cột và giá trị, giống nhau trên màn hình và trong bảng tính. */
export const tenants = {
  fields: {
    name: 'Tên tổng đài',
    domain: 'Tên miền',
    status: 'Trạng thái',
    ownerId: 'ID chủ sở hữu',
    connectionMethod: 'Phương thức kết nối',
    connectionId: 'ID kết nối',
    id: 'ID',
    createdAt: 'Ngày tạo',
    updatedAt: 'Ngày cập nhật',
  } satisfies Record<TenantField, string>,
  account: 'Tài khoản',
  statuses: { Z: 'Mới tạo', P: 'Đang bật', N: 'Đã tắt' },
  connectionMethods: { unknown: 'Không rõ', builtin: 'Tích hợp sẵn', direct: 'Trực tiếp' },
};
