/** Why something was refused; one key for each kind of failure, its fields are the values. */
export const refusals = {
  'slug-taken': 'Đã có tỉnh, đơn vị sử dụng mang tên “{{slug}}”.',
  'slug-invalid': 'Tên “{{slug}}” không hợp lệ: dùng chữ thường không dấu, chữ số và dấu gạch nối, từ 3 đến 40 ký tự, bắt đầu bằng chữ.',
  'unknown-tenant': 'Không có tỉnh, đơn vị sử dụng “{{slug}}”.',
  'unknown-province': 'Không có tỉnh mang mã “{{provinceCode}}” trong danh mục.',
  'migrations-failed': 'Không nâng cấp được: {{tenants, list}}. Các nơi khác đã xong.',
  'migration-failed': 'Không nâng cấp được cấu trúc dữ liệu ({{migration.set}}/{{migration.version}}).',
} as const;
