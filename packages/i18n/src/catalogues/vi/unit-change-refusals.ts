/** Why a change of units is refused as a whole. */
export const unitChangeRefusals = {
  'unknown-unit-change': 'Không có đợt sắp xếp đơn vị này.',
  'unit-change-closed': 'Đợt sắp xếp này không còn sửa được (đang là {{state}}).',
  'unit-change-not-previewed': 'Đợt sắp xếp này chưa được xem trước (đang là {{state}}); hãy xem trước rồi thực hiện.',
  'unit-change-not-committed': 'Đợt sắp xếp này chưa được thực hiện (đang là {{state}}), không có gì để rút.',
  'unit-change-in-effect': 'Đợt sắp xếp đã có hiệu lực từ {{on, date}}, không rút được nữa; hãy lập một đợt sắp xếp mới để điều chỉnh.',
  'unit-change-built-upon': 'Có {{count, number}} nội dung ghi sau dựa trên đợt sắp xếp này; hãy rút những nội dung đó trước.',
  'unit-change-refused': 'Đợt sắp xếp chưa thực hiện được vì {{count, number}} điểm; hãy sửa rồi xem trước lại.',
  'unit-change-rows-refused': 'Tệp có {{count, number}} ô chưa nhận được; chưa ghi gì.',
  'unit-change-file-refused': 'Tệp không nhận được; xem lý do kèm theo.',
  'unit-change-untitled': 'Tệp chưa nêu nội dung hoặc ngày hiệu lực của đợt sắp xếp; điền bảng Quyết định hoặc nêu khi gửi.',
  'unit-change-failed': 'Việc sắp xếp gặp sự cố của hệ thống; chưa ghi gì. Hãy làm lại.',
  'unit-change-sent-back': '{{by}} trả lại đợt sắp xếp này: {{why}} Hãy sửa rồi xem trước lại.',
} as const;
