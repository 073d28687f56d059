/** What a tenant decides about levels and certificates. */
export const settings = {
  about: 'thiết lập về trình độ: bảng quy đổi, thời hạn, đơn vị cấp, minh chứng',
  applyAbout: 'áp dụng một tệp thiết lập; mục không có trong tệp sẽ kết thúc',
  showAbout: 'in các thiết lập đang có, theo đúng mẫu của tệp thiết lập',
  fileArgument: 'tệp thiết lập (settings.json)',
  applied: 'Đã áp dụng thiết lập: {{changed, number}} dòng thay đổi; tính lại bậc: ghi {{written, number}}, bỏ {{removed, number}}.',
  unchanged: 'Không có gì thay đổi: các thiết lập này đã có.',
  formProblem: '{{path}}: {{message}}',
} as const;
