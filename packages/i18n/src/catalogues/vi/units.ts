/** Units of a tenant. */
export const units = {
  about: 'cơ quan, đơn vị',
  listAbout: 'liệt kê các đơn vị theo một ngày, kèm số người',
  code: 'Mã',
  name: 'Tên',
  tier: 'Cấp',
  bodyKind: 'Loại',
  people: 'Số người',
  parent: 'Cơ quan quản lý',
  field: 'Lĩnh vực',
  reportsTo: 'Báo cáo về',
  budgetsThrough: 'Dự toán qua',
  ofDay: 'Trong ngày',
  'mark-new': 'mới',
  'mark-gone': 'kết thúc',
  'mark-changed': 'thay đổi',
  none: 'Không có đơn vị nào vào ngày này.',
} as const;
