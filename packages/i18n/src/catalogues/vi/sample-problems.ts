/** What is wrong in the outline of a province: where, and what should stand there. */
export const sampleProblems = {
  object: '{{path}}: cần một đối tượng { … }.',
  list: '{{path}}: cần một danh sách [ … ] đủ số mục.',
  text: '{{path}}: cần một chuỗi chữ.',
  code: '{{path}}: cần một mã không có dấu cách, dấu / và dấu ;, nhiều nhất 40 ký tự.',
  date: '{{path}}: cần một ngày có thật, dạng yyyy-mm-dd.',
  'whole-number': '{{path}}: cần một số nguyên từ 0.',
  weight: '{{path}}: cần một số không âm.',
  flag: '{{path}}: chỉ dùng "x", "" hoặc "?".',
  'known-key': '{{path}}: mẫu không có mục này; sửa tên hoặc bỏ đi.',
  'id-prefix': '{{path}}: cần ba chữ số từ 900 đến 999, không trùng mã của tỉnh nào.',
  'body-kind': '{{path}}: chọn một trong: state, party, socio-political, public-service.',
  'staff-type': '{{path}}: không có kiểu biên chế này; xem packages/sample/README.md.',
  'known-body': '{{path}}: bodies không có cơ quan này; hãy thêm hoặc sửa mã.',
  'unique-code': '{{path}}: mã này đã dùng; hãy đặt mã khác.',
  'end-before-taken-over': '{{path}}: cơ quan được cơ quan khác tiếp nhận thì phải có ngày kết thúc (until).',
  'some-people': '{{path}}: phải có ít nhất một nhóm có người.',
} as const;
