/** What stands in the way of a target or task, and the proposals that a change came of: on the pages of those. */
export const related = {
  title: 'Vướng mắc, kiến nghị liên quan',
  cameOf: 'Thay đổi này từ kiến nghị',
  raise: 'Nêu vướng mắc về việc này',
  all: 'Xem tất cả ({{count, number}}+)',
  none: 'Chưa có vướng mắc nào được nêu.',
  late: 'Trễ hạn trả lời',
  'state-raised': 'Mới nêu',
  'state-in-hand': 'Đang xử lý',
  'state-answered': 'Đã trả lời',
  'state-closed': 'Đã xong',
  'state-withdrawn': 'Đã rút',
} as const;
