/** Work after the commit that was given up, and doing it again. */
export const jobs = {
  about: 'công việc nền không hoàn thành được',
  listAbout: 'liệt kê các công việc đã bỏ dở sau nhiều lần thử',
  retryAbout: 'thử lại một công việc đã bỏ dở, hoặc tất cả (--all)',
  idArgument: 'mã công việc, xem jobs list',
  idOrAll: 'mã công việc, hoặc --all',
  allOption: 'thử lại tất cả',
  none: 'Không có công việc nào bị bỏ dở.',
  retried_other: 'Sẽ thử lại {{count, number}} công việc.',
  id: 'Mã',
  tenant: 'Nơi yêu cầu',
  kind: 'Loại',
  attempts: 'Số lần thử',
  failure: 'Mã lỗi',
  givenUpAt: 'Bỏ dở lúc (UTC)',
  mail: 'thư: {{template}}',
} as const;
