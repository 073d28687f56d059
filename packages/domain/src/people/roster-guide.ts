// Vietnamese as data: the sheets of instructions and example are part of the workbook, whose headings are Vietnamese too.
import type { LocalText } from '../values/index.ts';
import type { TemplateSheet } from './roster-template.ts';

/** Names of the sheets of a roster workbook that hold no data. */
export const guideSheetNames = { instructions: 'Hướng dẫn', example: 'Ví dụ', codes: 'Danh mục' } as const;

/** What an officer must know before filling the workbook, one rule a line. */
export const rosterInstructions: readonly LocalText[] = [
  { vi: 'Nhập dữ liệu vào các bảng Đơn vị, Vị trí việc làm, Nhân sự, Chứng chỉ. Không đổi tên bảng và tên cột; thứ tự cột tùy ý.', en: 'Fill the four data sheets. Keep their names and headings; columns may stand in any order.' },
  { vi: 'Dòng 1 là tên cột, dữ liệu từ dòng 2, mỗi dòng một bản ghi. Không gộp ô.', en: 'Row 1 holds the headings, the rows below one record each. Merge no cells.' },
  { vi: 'Ngày ghi dd/mm/yyyy. Các ngày đều tính cả ngày đầu và ngày cuối.', en: 'Dates are written dd/mm/yyyy; first and last days are both included.' },
  { vi: 'Cột có/không: x là có, để trống là không, ? là chưa rõ (riêng các danh sách quy hoạch: ? là không có tên).', en: 'Yes/no columns: x is yes, blank is no, ? is not known (of the lists of the planned: not on the list).' },
  { vi: 'Số định danh cá nhân gồm 12 chữ số, định dạng ô là văn bản để không mất số 0 ở đầu.', en: 'ID numbers have 12 digits; format the cell as text so that leading zeros stay.' },
  { vi: 'Một người có thể có nhiều dòng: quá trình công tác và vị trí kiêm nhiệm. Mỗi thời điểm chỉ có một vị trí chính.', en: 'A person may have several rows: career and concurrent posts. Only one main post at a time.' },
  { vi: 'Người không có trong tệp không bị xóa: hệ thống chỉ liệt kê, trừ khi tệp được nạp là tệp đầy đủ của một đơn vị: khi đó họ được coi là đã rời đi.', en: 'Nobody absent from the file is deleted: they are only listed, unless the file is imported as complete for a unit: then they have left it.' },
  { vi: 'Mã loại chứng chỉ, ngoại ngữ, lĩnh vực và các lựa chọn có ở bảng Danh mục.', en: 'Codes of certificate types, languages and fields, and the choices, are in the sheet Danh mục.' },
  { vi: 'Có thể nộp riêng một bảng dưới dạng csv với cùng tên cột, tốt nhất là UTF-8.', en: 'A single sheet may be sent as csv with the same headings, best in UTF-8.' },
];

/** Rows as they could be filled in, invented; the first of each sheet belongs to the same story. */
export const rosterExamples: Readonly<Record<TemplateSheet['key'], readonly Readonly<Record<string, string>>[]>> = {
  units: [
    { code: 'UB', name: 'Ủy ban nhân dân tỉnh', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' },
    { code: 'SNV', name: 'Sở Nội vụ', parent_code: 'UB', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', needs_language: 'x', valid_from: '01/01/2010' },
    { code: 'H01', name: 'Ủy ban nhân dân huyện Mẫu', parent_code: 'UB', tier: 'Cấp huyện', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010', valid_to: '30/06/2025', succeeded_by: 'X01', succession_kind: 'Giải thể' },
    { code: 'X01', name: 'Ủy ban nhân dân xã Mẫu', parent_code: 'UB', tier: 'Cấp xã', body_kind: 'Cơ quan nhà nước', valid_from: '01/07/2025' },
  ],
  posts: [
    { code: 'CV-HTQT', name: 'Chuyên viên hợp tác quốc tế', needs_language: 'x', language_code: 'en', level: '4', valid_from: '01/01/2020' },
    { code: 'GV-NN', name: 'Giáo viên ngoại ngữ', needs_language: 'x', language_teacher: 'x' },
  ],
  people: [
    { id_number: '000080000001', full_name: 'Nguyễn Văn Mẫu', birth_date: '15/03/1985', sex: 'Nam', ethnicity: 'Kinh', unit_code: 'H01', post_code: 'CV-HTQT', kind: 'Công chức', rank_code: '01.003', valid_from: '01/09/2015', valid_to: '30/06/2025' },
    { id_number: '000080000001', full_name: 'Nguyễn Văn Mẫu', birth_date: '15/03/1985', sex: 'Nam', ethnicity: 'Kinh', unit_code: 'X01', post_code: 'CV-HTQT', kind: 'Công chức', rank_code: '01.003', office: 'Trưởng phòng', office_rank: 'Cấp phòng', leader: 'x', valid_from: '01/07/2025', training_list: 'x', language_text: 'IELTS 6.0 (2024)' },
    { id_number: '000190000002', full_name: 'Trần Thị Thử', birth_date: '1990', sex: 'Nữ', unit_code: 'SNV', kind: 'Công chức', office_rank: '?', leader: '?' },
  ],
  certificates: [
    { id_number: '000080000001', type_code: 'ielts', language_code: 'en', number: 'MAU-001', issuer: 'British Council', exam_date: '12/05/2024', expires_on: '12/05/2026', score: '6.0', listening: '6.0', reading: '6.5', speaking: '5.5', writing: '6.0', state: 'Đã khai' },
  ],
};
