// Vietnamese as data: the headings and hints of the workbook are a contract with the people who fill it in.
import type { LocalText } from '../values/index.ts';

/** How a cell of the roster template is read. `flag`: x = yes, blank = no, ? = not known. */
export type ColumnReading = 'text' | 'code' | 'id-number' | 'date' | 'last-day' | 'flag' | 'number' | 'choice';

/** A column of the roster template: its name in staging, its heading in the workbook, how it is read. */
export type TemplateColumn = { key: string; heading: string; reading: ColumnReading; required?: true; hint: LocalText };
export type TemplateSheet = { key: 'units' | 'posts' | 'people' | 'certificates'; name: string; columns: readonly TemplateColumn[] };

const column = (key: string, heading: string, reading: ColumnReading, vi: string, en: string): TemplateColumn => ({ key, heading, reading, hint: { vi, en } });
const required = (it: TemplateColumn): TemplateColumn => ({ ...it, required: true });

const period = [
  column('valid_from', 'Từ ngày', 'date', 'Ngày bắt đầu (dd/mm/yyyy); để trống: ngày có hiệu lực của tệp', 'First day (dd/mm/yyyy); blank: the effective date of the file'),
  column('valid_to', 'Đến hết ngày', 'last-day', 'Ngày cuối cùng; để trống: chưa kết thúc', 'Last day, inclusive; blank: not ended'),
];

/** The product's own roster workbook: four sheets of data, besides the instructions and the example. Order and headings are a contract with its users. */
export const rosterTemplate: readonly TemplateSheet[] = [
  {
    key: 'units',
    name: 'Đơn vị',
    columns: [
      required(column('code', 'Mã đơn vị', 'code', 'Mã ổn định do tỉnh đặt, không đổi khi đổi tên', 'Stable code chosen by the province; survives renaming')),
      required(column('name', 'Tên đơn vị', 'text', 'Tên đầy đủ', 'Full name')),
      column('parent_code', 'Mã đơn vị quản lý', 'code', 'Mã của cơ quan quản lý trực tiếp; để trống: cấp cao nhất', 'Code of the managing unit; blank: top'),
      column('official_code', 'Mã hành chính', 'code', 'Mã theo danh mục hành chính, nếu có', 'Code of the administrative catalogue, if any'),
      required(column('tier', 'Cấp', 'choice', 'Cấp trung ương, Cấp tỉnh, Cấp huyện hoặc Cấp xã', 'Level of government: central, province, district or commune')),
      required(column('body_kind', 'Loại cơ quan', 'choice', 'Cơ quan nhà nước, Cơ quan Đảng, Tổ chức chính trị - xã hội hoặc Đơn vị sự nghiệp công lập', 'Kind of body')),
      column('field', 'Lĩnh vực', 'code', 'Mã lĩnh vực công tác, ví dụ external-affairs, education, health', 'Field of work, as a code'),
      column('needs_language', 'Địa bàn, lĩnh vực cần ngoại ngữ', 'flag', 'x: có; để trống: không; ?: chưa rõ', 'x: yes; blank: no; ?: not known'),
      column('reports_to', 'Báo cáo về', 'code', 'Mã đơn vị nhận báo cáo, nếu khác đơn vị quản lý', 'Unit it reports to, if not the managing one'),
      column('budgets_through', 'Dự toán qua', 'code', 'Mã đơn vị dự toán, nếu khác đơn vị quản lý', 'Unit it budgets through, if not the managing one'),
      ...period,
      column('succeeded_by', 'Mã đơn vị kế thừa', 'text', 'Khi đơn vị kết thúc: mã đơn vị kế thừa, cách nhau bằng dấu ;', 'When it ends: codes of its successors, separated by ;'),
      column('succession_kind', 'Hình thức sắp xếp', 'choice', 'Sáp nhập, Chia tách, Chuyển, Đổi tên hoặc Giải thể', 'Merge, split, move, rename or abolish'),
    ],
  },
  {
    key: 'posts',
    name: 'Vị trí việc làm',
    columns: [
      required(column('code', 'Mã vị trí', 'code', 'Mã ổn định của vị trí việc làm', 'Stable code of the post')),
      required(column('name', 'Tên vị trí việc làm', 'text', 'Tên đầy đủ', 'Full name')),
      column('needs_language', 'Vị trí cần ngoại ngữ', 'flag', 'x: có; để trống: không; ?: chưa rõ', 'x: yes; blank: no; ?: not known'),
      column('language_teacher', 'Giáo viên, giảng viên ngoại ngữ', 'flag', 'x: có; để trống: không; ?: chưa rõ', 'x: yes; blank: no; ?: not known'),
      column('language_code', 'Ngoại ngữ yêu cầu', 'code', 'Mã ngoại ngữ (en, fr, lo …); để trống: ngoại ngữ bất kỳ', 'Language code; blank: any'),
      column('level', 'Bậc yêu cầu', 'number', 'Bậc tối thiểu, từ 1 đến 6; để trống: không yêu cầu (khi đó không ghi ngày)', 'Least level, 1 to 6; blank: none (then leave the days blank)'),
      ...period,
    ],
  },
  {
    key: 'people',
    name: 'Nhân sự',
    columns: [
      required(column('id_number', 'Số định danh cá nhân', 'id-number', '12 chữ số, định dạng ô là văn bản', '12 digits, cell formatted as text')),
      required(column('full_name', 'Họ và tên', 'text', 'Họ, đệm, tên', 'Family, middle and given name')),
      column('birth_date', 'Ngày sinh', 'date', 'dd/mm/yyyy, hoặc chỉ năm yyyy', 'dd/mm/yyyy, or the year only'),
      column('sex', 'Giới tính', 'choice', 'Nam hoặc Nữ', 'Male or female'),
      column('ethnicity', 'Dân tộc', 'text', 'Tên dân tộc', 'Ethnic group'),
      required(column('unit_code', 'Mã đơn vị', 'code', 'Mã đơn vị sử dụng, có ở bảng Đơn vị hoặc đã có trong hệ thống; ghi tên cũng được nếu không trùng tên', 'Code of the using unit; its name will do where no other has it')),
      column('post_code', 'Mã vị trí', 'code', 'Mã vị trí việc làm, có ở bảng Vị trí việc làm hoặc đã có trong hệ thống', 'Code of the post'),
      required(column('kind', 'Đối tượng', 'choice', 'Cán bộ, Công chức, Viên chức hoặc Người lao động', 'Cadre, civil servant, public employee or contract staff')),
      column('rank_code', 'Mã ngạch, hạng', 'code', 'Mã ngạch công chức hoặc hạng chức danh nghề nghiệp', 'Code of the rank or professional grade'),
      column('office', 'Chức vụ', 'text', 'Tên chức vụ đang giữ', 'Office held'),
      column('office_rank', 'Cấp chức vụ', 'choice', 'Không, Cấp tổ, Cấp phòng, Cấp sở hoặc Lãnh đạo tỉnh; để trống: Không; ?: chưa rõ', 'Rank of the office; blank: none; ?: not known'),
      column('leader', 'Lãnh đạo, quản lý', 'flag', 'x: có; để trống: không; ?: chưa rõ', 'x: yes; blank: no; ?: not known'),
      column('concurrent', 'Kiêm nhiệm', 'flag', 'x: vị trí kiêm nhiệm; để trống: vị trí chính', 'x: a concurrent post; blank: the main post'),
      ...period,
      column('planned_rank', 'Quy hoạch cấp chức vụ', 'choice', 'Cấp chức vụ được quy hoạch; để trống hoặc ?: không có', 'Rank of the office planned for; blank or ?: none'),
      column('training_list', 'Diện quy hoạch nâng cao năng lực ngoại ngữ', 'flag', 'x: có tên trong danh sách được duyệt; để trống hoặc ?: không', 'x: on the approved language-training list; blank or ?: not'),
      column('language_text', 'Trình độ ngoại ngữ (tự khai)', 'text', 'Ghi như hồ sơ; hệ thống chỉ đề xuất, không tự công nhận', 'As written in the file; only ever a proposal'),
    ],
  },
  {
    key: 'certificates',
    name: 'Chứng chỉ',
    columns: [
      required(column('id_number', 'Số định danh cá nhân', 'id-number', 'Số định danh của người có chứng chỉ', 'ID number of the holder')),
      required(column('type_code', 'Mã loại chứng chỉ', 'code', 'Ví dụ ielts, toeic, vstep-3-5, framework, language-degree', 'For example ielts, toeic, vstep-3-5, framework, language-degree')),
      column('language_code', 'Ngoại ngữ', 'code', 'Mã ngoại ngữ; để trống nếu loại chứng chỉ chỉ có một ngoại ngữ', 'Language code; blank where the type has one language'),
      column('number', 'Số hiệu', 'text', 'Số hiệu chứng chỉ', 'Number of the certificate'),
      column('issuer', 'Đơn vị cấp', 'text', 'Mã hoặc tên đơn vị cấp', 'Code or name of the issuer'),
      required(column('exam_date', 'Ngày thi', 'date', 'Ngày thi; văn bằng: ngày cấp', 'Exam date; of a degree: date of issue')),
      column('expires_on', 'Có giá trị đến hết ngày', 'last-day', 'Như ghi trên chứng chỉ, nếu có', 'As printed on it, if at all'),
      column('score', 'Điểm chung', 'number', 'Điểm tổng hoặc trung bình', 'Overall score'),
      column('listening', 'Nghe', 'number', 'Điểm kỹ năng nghe', 'Listening'),
      column('reading', 'Đọc', 'number', 'Điểm kỹ năng đọc', 'Reading'),
      column('speaking', 'Nói', 'number', 'Điểm kỹ năng nói', 'Speaking'),
      column('writing', 'Viết', 'number', 'Điểm kỹ năng viết', 'Writing'),
      column('grade', 'Bậc, hạng ghi trên chứng chỉ', 'code', 'Ví dụ B1, B2, TDN 4, HSK 4 ghi 4, N3', 'For example B1, B2, N3'),
      column('state', 'Trạng thái', 'choice', 'Đã khai, Đã xác minh, Không công nhận hoặc Hủy; để trống: giữ trạng thái đã ghi, chứng chỉ mới là Đã khai', 'Declared, verified, rejected or void; blank: as recorded, or declared if the certificate is new'),
      column('decision_level', 'Bậc được xác nhận', 'number', 'Bậc do Sở Giáo dục và Đào tạo xác nhận cho riêng chứng chỉ này', 'Level confirmed by decision for this certificate alone'),
      column('decision_document', 'Số văn bản xác nhận', 'text', 'Số văn bản xác nhận trình độ tương đương', 'Document of the confirmation'),
      column('decision_date', 'Ngày xác nhận', 'date', 'Ngày của văn bản xác nhận', 'Date of the confirmation'),
    ],
  },
];
