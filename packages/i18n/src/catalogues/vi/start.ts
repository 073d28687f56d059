/** What `npm start` says while it gets ready and when it stops. */
export const start = {
  portInvalid: 'PORT phải là một số từ 1 đến 65535, không phải “{{value}}”.',
  portTaken: 'Cổng {{port}} đang được chương trình khác dùng. Chọn cổng khác, ví dụ: PORT={{suggestion}} npm start',
  database: 'Cơ sở dữ liệu: {{place}}',
  databaseEmbedded: 'PostgreSQL đi kèm, thư mục {{folder}}',
  databaseGiven: 'máy chủ nêu trong DATABASE_URL',
  migrated: 'Cấu trúc dữ liệu và danh mục đã sẵn sàng.',
  migrationFailed: '{{slug}}: không nâng cấp được cấu trúc dữ liệu ({{set}}/{{version}}).',
  demoStep: '{{name}}: {{step}}',
  stepTenant: 'tạo cơ sở dữ liệu',
  demoLoaded: '{{name}}: đã nạp xong ({{seconds, number}} giây).',
  demoPresent: '{{name}}: đã có dữ liệu.',
  demoFailed: '{{name}}: không nạp được dữ liệu mẫu: {{message}}',
  ready: 'Sẵn sàng tại {{address}}  (Ctrl-C để dừng)',
  stopping: 'Đang dừng …',
  stopped: 'Đã dừng.',
  serverFailed: 'Máy chủ HTTP đã dừng ngoài dự kiến.',
} as const;
