/** Levels that posts require, and who falls short. */
export const standards = {
  about: 'trình độ mà vị trí việc làm yêu cầu và người còn thiếu, theo một ngày',
  limitOption: 'số người còn thiếu nhiều nhất được liệt kê',
  unit: 'Đơn vị',
  required: 'Yêu cầu',
  met: 'Đáp ứng',
  gap: 'Còn thiếu',
  name: 'Họ và tên',
  post: 'Vị trí việc làm',
  language: 'Ngoại ngữ',
  requiredLevel: 'Bậc yêu cầu',
  held: 'Bậc đã có',
  anyLanguage: 'bất kỳ',
  noLevel: 'chưa có',
  none: 'Không có vị trí nào yêu cầu trình độ vào ngày này.',
  people: 'Người chưa đáp ứng:',
} as const;
