/** Texts about settings of the organization. */
export const managed = {
  section: 'Tổ chức của bạn',
  setByOrganization: 'Do tổ chức của bạn đặt',
  otherAddress:
    'Tổ chức của bạn đã đặt {{url}}. Danh sách này vẫn xem được nhưng không làm mới được. Muốn kết nối, hãy thay khóa.',
  notAllowed: 'Không cho phép',
};
