/** Headings and names of files that are taken out. */
export const exports = {
  people: 'Danh sách',
  unitCode: 'Mã đơn vị',
  unitName: 'Đơn vị',
  audit: 'Nhật ký',
  at: 'Thời điểm (UTC)',
  actor: 'Người thực hiện',
  act: 'Việc đã làm',
  subject: 'Đối tượng',
  subjectName: 'Tên đối tượng',
  why: 'Lý do',
  rosterFile: 'danh-sach',
  peopleFile: 'danh-sach-muc-tieu',
  auditFile: 'nhat-ky',
} as const;
