/** Documents that show a target without a percentage to be met. */
export const evidence = {
  about: 'minh chứng của các mục tiêu không có tỷ lệ',
  addAbout: 'ghi nhận một minh chứng',
  listAbout: 'liệt kê minh chứng đã ghi nhận',
  targetOption: 'mã mục tiêu trong kế hoạch',
  titleOption: 'tên văn bản',
  numberOption: 'số hiệu văn bản',
  onOption: 'ngày ban hành (yyyy-mm-dd)',
  untilOption: 'ngày cuối cùng còn hiệu lực (yyyy-mm-dd)',
  recorded: 'Đã ghi nhận “{{title}}” cho mục tiêu {{target}}, từ ngày {{on, date}}.',
  unchanged: 'Không có gì thay đổi: minh chứng này đã được ghi nhận.',
  none: 'Chưa ghi nhận minh chứng nào.',
  target: 'Mục tiêu',
  title: 'Văn bản',
  number: 'Số hiệu',
  issuedOn: 'Ngày ban hành',
  inForceTo: 'Hết hiệu lực',
} as const;
