/** Units of a tenant. */
export const units = {
  about: 'cơ quan, đơn vị',
  listAbout: 'liệt kê các đơn vị theo một ngày, kèm số người',
  code: 'Mã',
  name: 'Tên',
  tier: 'Cấp',
  bodyKind: 'Loại',
  people: 'Số người',
  none: 'Không có đơn vị nào vào ngày này.',
} as const;
