/** What is wrong with one field of a request, by the code of the fault. */
export const faults = {
  day: 'Ngày phải có thật và viết theo dạng năm-tháng-ngày, ví dụ 2025-12-31.',
  'plain-text': 'Chỉ nhận chữ trên một dòng, không có ký tự điều khiển.',
} as const;
