/** Why something was refused; one key for each kind of failure, its fields are the values. */
export const refusals = {
  'slug-taken': 'Đã có tỉnh, đơn vị sử dụng mang tên “{{slug}}”.',
  'slug-invalid': 'Tên “{{slug}}” không hợp lệ: dùng chữ thường không dấu, chữ số và dấu gạch nối, từ 3 đến 40 ký tự, bắt đầu bằng chữ.',
  'unknown-tenant': 'Không có tỉnh, đơn vị sử dụng “{{slug}}”.',
  'unknown-province-code': 'Không có tỉnh mang mã “{{code}}” trong danh mục.',
} as const;
