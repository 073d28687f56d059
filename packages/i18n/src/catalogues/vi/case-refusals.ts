/** Why a case is not moved on. */
export const caseRefusals = {
  'unknown-case': 'Không có việc này trong phạm vi được xem.',
  'case-closed': 'Việc này đã kết thúc; không chuyển bước được nữa.',
  'case-open-already': 'Nội dung này đang có việc chưa kết thúc; hãy xử lý việc đó.',
  'no-such-move': 'Quy trình này không có bước được yêu cầu.',
  'not-from-here': 'Việc này đã sang bước khác nên không làm được bước vừa chọn; hãy tải lại để xem bước hiện tại.',
  'not-by-a-person': 'Bước này do hệ thống thực hiện khi hết hạn, không do người dùng.',
  'not-the-opener': 'Chỉ người trình mới làm được việc này; hãy đề nghị người trình.',
  'second-person-needed': 'Việc này cần người thứ hai: người đã làm bước trước không đồng thời làm bước này.',
  'reason-needed': 'Hãy ghi lý do để người nhận biết cần sửa gì.',
  'guard-refused': 'Chưa đủ điều kiện để chuyển bước.',
  'unknown-cover': 'Không có phân công làm thay này, hoặc phân công đã kết thúc.',
  'covers-himself': 'Không ai làm thay cho chính mình; hãy chọn người khác.',
  'cover-days-wrong': 'Ngày bắt đầu phải từ hôm nay trở đi và không sau ngày kết thúc.',
  'cover-too-long': 'Thời gian làm thay dài nhất {{days}} ngày; nếu lâu hơn, hãy cấp vai trò.',
  'unknown-case-bulk': 'Không có lần xử lý nhiều việc này.',
  'case-bulk-ended': 'Lần xử lý này đã xong hoặc đã dừng.',
} as const;
