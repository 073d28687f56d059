/** Why something was not done with a tenant as a whole, or with its parcel. */
export const parcelRefusals = {
  'tenant-archived': 'Nơi này đã được lưu trữ nên chỉ đọc được, không ghi được. Muốn ghi, người vận hành mở lại bằng tenant unarchive.',
  'tenant-archived-already': '“{{slug}}” đã được lưu trữ rồi; xem tenant list.',
  'tenant-not-archived': '“{{slug}}” không ở trong lưu trữ; xem tenant list.',
  'parcel-place-taken': 'Đã có {{path}}; hãy chọn thư mục khác chưa có (--out).',
  'parcel-broken-off': 'Đã dừng; không để lại gì.',
  'no-parcel': 'Ở {{path}} không có gói nào trọn vẹn: hãy kiểm tra đường dẫn, hoặc xuất lại nếu lần xuất đã bị ngắt.',
  'parcel-manifest-damaged': 'Bản kê của gói ở {{path}} đã hỏng hoặc bị sửa; hãy chép lại gói từ nơi xuất.',
  'parcel-format-unknown': 'Gói có định dạng {{format}}, sản phẩm này đọc được định dạng {{known}}; hãy nâng cấp sản phẩm ở đây.',
  'parcel-manifest-invalid': 'Bản kê của gói không đúng mẫu ({{problem}}); hãy xuất lại bằng tenant export.',
  'parcel-damaged_other': 'Gói đã hỏng {{count, number}} chỗ; chưa tạo gì. Hãy chép lại gói từ nơi xuất:',
  'parcel-not-for-this-server_other': 'Máy chủ này chưa nhận được gói, vì {{count, number}} lý do; chưa tạo gì:',
  'parcel-tables-differ': 'Các bảng trong gói không phải là bảng của phiên bản mà gói ghi: {{tables, list}}; chưa tạo gì. Hãy xuất lại bằng tenant export.',
  'parcel-rows-refused': 'Có dòng của bảng {{table}} không nạp được; chưa tạo gì. Gói đã bị sửa hoặc danh mục ở đây khác; hãy xuất lại.',
  'parcel-audit-faulty_other': 'Nhật ký trong gói không nguyên vẹn, có {{count, number}} chỗ sai; chưa tạo gì. Hãy chạy audit verify ở nơi xuất.',
  'tenants-differ_other': 'Hai bên khác nhau ở {{count, number}} chỗ:',
  'parcel-has-no-figures': 'Gói không tính được số liệu; hãy nạp gói rồi so hai nơi, hoặc bỏ --on.',
} as const;
