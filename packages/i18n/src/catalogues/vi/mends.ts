/** How a cell of a roster was mended before it was taken. One key for each kind. */
export const mends = {
  spaces: 'bỏ khoảng trắng thừa hoặc ẩn',
  composed: 'ghép chữ và dấu tách rời (Unicode dựng sẵn)',
  'name-case': 'viết lại chữ hoa, chữ thường của họ tên',
  'name-note': 'bỏ ghi chú trong ngoặc sau họ tên',
  'id-number-zeros': 'thêm lại số 0 ở đầu số định danh',
  'id-number-signs': 'bỏ dấu cách, dấu chấm trong số định danh',
  'id-number-completed': 'lấy số định danh của người cùng họ tên, ngày sinh trong đơn vị',
  'date-short-year': 'hiểu năm hai chữ số',
  'date-month-first': 'hiểu là tháng trước ngày sau, vì cách kia không có ngày này',
  'date-serial': 'đổi số ngày của bảng tính thành ngày',
  'choice-word': 'hiểu từ viết tắt hoặc cách gọi khác',
  'unit-by-name': 'tìm đơn vị theo tên',
  'unit-remembered': 'đơn vị theo lựa chọn đã ghi nhớ',
  'post-by-name': 'tìm vị trí việc làm theo tên',
  'post-remembered': 'vị trí việc làm theo lựa chọn đã ghi nhớ',
} as const;
