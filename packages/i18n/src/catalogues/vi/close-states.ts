/** States of a close, what may be open when a period is closed, and kinds of change: at the command line and on screens. */
export const closeStates = {
  'problem-unverifiedCertificates_other': '{{count, number}} chứng chỉ chưa xác minh',
  'problem-openImports_other': '{{count, number}} lần nạp danh sách chưa xong',
  'problem-openLanguageClaims_other': '{{count, number}} thông tin ngoại ngữ ghi tự do chưa xử lý',
  'problem-peopleWithoutUnit_other': '{{count, number}} người ở đơn vị không tồn tại vào ngày chốt nên không được tính ở đâu',
  'problem-birthDatesMissing_other': '{{count, number}} người chưa có ngày sinh',
  'state-queued': 'chờ chốt',
  'state-running': 'đang chốt',
  'state-prepared': 'chờ ký duyệt',
  'state-approved': 'đã duyệt, đang ghi mốc',
  'state-signed': 'đã ký duyệt',
  'state-cancelled': 'đã hủy',
  'state-failed': 'không chốt được',
  'kind-entered': 'vào nhóm đối tượng',
  'kind-left': 'ra khỏi nhóm đối tượng',
  'kind-gained': 'đạt thêm',
  'kind-lost': 'không còn đạt',
} as const;
