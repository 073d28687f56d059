/** Why a period can not be closed, or what was closed can not be had. */
export const closeRefusals = {
  'unknown-close': 'Không có số liệu chốt “{{close}}”; xem close list.',
  'close-not-frozen': 'Số liệu này chưa chốt xong ({{state}}); hãy đợi rồi xem lại.',
  'close-not-prepared': 'Số liệu này đang ở trạng thái {{state}} nên không ký duyệt được.',
  'close-over': 'Số liệu này đã ở trạng thái {{state}} nên không hủy được; nếu sai, hãy chốt lại kỳ đó kèm lý do.',
  'close-under-way': 'Kỳ {{period}} đang được chốt; hãy ký duyệt hoặc hủy lần chốt đó trước.',
  'correction-needs-reason': 'Kỳ {{period}} đã chốt (phiên bản {{number}}); chốt lại cần nêu lý do (--reason).',
  'period-not-understood': 'Không hiểu kỳ “{{text}}”; hãy ghi như 2025, 2025-H1, 2025-H2 hoặc 2025-01-01..2025-10-30.',
  'period-ends-before-it-begins': 'Kỳ báo cáo kết thúc ngày {{to, date}}, trước ngày bắt đầu {{from, date}}; hãy sửa một trong hai ngày.',
  'cut-off-outside-period': 'Ngày chốt số liệu {{cutOff, date}} nằm ngoài kỳ từ {{from, date}} đến {{to, date}}; hãy sửa ngày chốt.',
  'cut-off-in-the-future': 'Ngày chốt số liệu {{cutOff, date}} chưa đến; hãy chọn ngày không sau hôm nay.',
  'close-sent-back': '{{by}} trả lại số liệu này, không ký duyệt: {{reason}} Hãy khắc phục rồi chốt lại kỳ.',
  'close-failed': 'Không chốt được số liệu vì lỗi của hệ thống; hãy thử lại.',
} as const;
