/** Checking that the audit of a tenant is as it was written. */
export const auditCheck = {
  about: 'nhật ký các thay đổi',
  verifyAbout: 'kiểm tra chuỗi nhật ký của một nơi và so với các mốc đã lưu',
  whole: 'Nhật ký của {{slug}} nguyên vẹn: {{entries, number}} mục, đã xóa nội dung {{erased, number}} mục, khớp với {{anchors, number}} mốc đã lưu.',
  gap: 'Mục {{position, number}}: thiếu mục trước đó hoặc thứ tự đã bị đổi.',
  'entry-changed': 'Mục {{position, number}}: nội dung của mục đã bị sửa.',
  'payload-changed': 'Mục {{position, number}}: dữ liệu trước và sau thay đổi đã bị sửa.',
  'head-changed': 'Đầu chuỗi không đứng ở mục cuối cùng ({{position, number}}).',
  'cut-short': 'Mục {{position, number}} đã từng có nhưng không còn: cuối nhật ký đã bị cắt.',
  rewritten: 'Mục {{position, number}} không phải là mục đã được lưu mốc: nhật ký đã bị viết lại.',
} as const;
