/** Refusals about how files that are not the template are read. */
export const layoutRefusals = {
  'needs-layout': 'Tệp không theo mẫu và chưa có cách đọc nào được lưu cho các cột này. Xem đề xuất bằng roster layout propose, rồi nạp với --layout hoặc --accept-proposal.',
  'layout-does-not-fit': 'Cách đọc này không hợp với tệp: không bảng nào có các cột của nó. Chọn cách đọc khác, hoặc xem đề xuất cho tệp này.',
  'layout-sheet-changed': 'Cách đọc này không còn hợp với bảng “{{sheet}}”: các cột của bảng đã khác. Hãy xem đề xuất cho tệp này.',
  'layout-column-missing': 'Bảng “{{sheet}}” không còn cột “{{column}}” mà cách đọc cần đến. Thêm lại cột, hoặc sửa cách đọc.',
  'layout-reads-nothing': 'Cách đọc này không đọc bảng nào; hãy chọn ít nhất một bảng.',
  'layout-incomplete': 'Bảng “{{sheet}}”: chưa có nguồn cho cột bắt buộc {{columns, list}}; chọn một cột của tệp, hoặc ghi một giá trị chung.',
  'layout-unknown-column': 'Bảng “{{sheet}}”: mẫu không có cột “{{column}}”; xóa hoặc sửa tên cột đó trong cách đọc.',
  'layout-heading-missing': 'Bảng “{{sheet}}”: cách đọc lấy dữ liệu từ cột “{{column}}” nhưng không có cột ấy trong danh sách cột của bảng; sửa một trong hai.',
  'layout-name-taken': 'Đã có cách đọc khác mang tên “{{name}}”; hãy đặt tên khác.',
  'unknown-layout': 'Không có cách đọc “{{layout}}”; xem roster layout list.',
  'layout-not-yours': 'Cách đọc này do người khác lưu; chỉ người đó hoặc người nạp cho toàn tỉnh được sửa hay xóa.',
  'layout-not-in-form': 'Tệp cách đọc không đúng mẫu; hãy sửa các chỗ được nêu.',
  'import-not-waiting-for-layout': 'Lần nạp này không chờ chọn cách đọc (đang là {{state}}); xem lại trạng thái.',
  'file-is-the-template': 'Tệp theo đúng mẫu nên không cần cách đọc riêng; cứ nạp như thường.',
} as const;
