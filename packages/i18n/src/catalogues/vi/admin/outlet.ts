/** What is said around pages and cards of plugins. */
export const outlet = {
  broken: 'Phần mở rộng “{{plugin}}” gặp lỗi ở đây',
  brokenAbout: 'Các trang khác vẫn dùng được. Hãy thử lại; nếu vẫn vậy, hãy báo quản trị hệ thống.',
  tooLarge: 'Tệp lớn hơn 10 MB; hãy chọn tệp nhỏ hơn.',
  notUnderstood: 'Phần mở rộng trả lời không đúng dạng. Hãy tải lại trang; nếu vẫn vậy, hãy báo quản trị hệ thống.',
} as const;
