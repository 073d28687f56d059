// Vietnamese as data: the headings and hints of the workbook are a contract with the people who fill it in.
import type { TemplateColumn } from '../people/index.ts';
import { plainText } from '../people/index.ts';
import type { LocalText } from '../values/index.ts';
import type { UnitOperationKind } from './operation.ts';

export type ChangeSheetKey = 'decision' | 'operations' | 'moves';
export type ChangeSheet = { key: ChangeSheetKey; name: string; columns: readonly TemplateColumn[] };

const column = (key: string, heading: string, reading: TemplateColumn['reading'], vi: string, en: string): TemplateColumn => ({ key, heading, reading, hint: { vi, en } });
const required = (it: TemplateColumn): TemplateColumn => ({ ...it, required: true });

/** The workbook in which a reorganisation is written down: the decision, what is done to units, and who goes where by name. */
export const changeWorkbook: readonly ChangeSheet[] = [
  {
    key: 'decision',
    name: 'Quyết định',
    columns: [
      required(column('title', 'Nội dung sắp xếp', 'text', 'Tên gọi của đợt sắp xếp', 'What the reorganisation is called')),
      required(column('on', 'Ngày hiệu lực', 'date', 'Ngày đầu tiên áp dụng (dd/mm/yyyy)', 'First day on which it holds (dd/mm/yyyy)')),
      column('decision_number', 'Số quyết định', 'text', 'Số, ký hiệu văn bản làm căn cứ', 'Number of the document it is based on'),
      column('decision_date', 'Ngày quyết định', 'date', 'Ngày ban hành văn bản', 'Date of that document'),
      column('why', 'Lý do', 'text', 'Bắt buộc khi ngày hiệu lực đã qua', 'Needed where the day has passed'),
    ],
  },
  {
    key: 'operations',
    name: 'Sắp xếp',
    columns: [
      required(column('operation', 'Thao tác', 'text', 'Lập mới, Sáp nhập, Chia tách, Chuyển, Giải thể, Đổi tên hoặc Thay đổi quan hệ', 'Establish, merge, split, move, abolish, rename or change lines')),
      required(column('unit', 'Mã đơn vị', 'text', 'Đơn vị được sắp xếp; sáp nhập nhiều đơn vị: cách nhau bằng dấu ;', 'The unit; units to be merged are separated by ;')),
      column('into', 'Mã đơn vị kế thừa', 'text', 'Sáp nhập: một mã; chia tách, giải thể: các mã, cách nhau bằng dấu ;', 'Merge: one code; split, abolish: codes separated by ;'),
      column('successor', 'Người còn lại về đơn vị', 'code', 'Chia tách, giải thể: đơn vị nhận những người không được nêu riêng', 'Split, abolish: who takes everybody not named otherwise'),
      column('by_post', 'Theo vị trí việc làm', 'text', 'Chia tách: mã vị trí = mã đơn vị, cách nhau bằng dấu ;', 'Split: code of a post = code of a unit, separated by ;'),
      column('goes_on', 'Đơn vị cũ tiếp tục', 'flag', 'Chia tách: x nếu đơn vị cũ còn tồn tại', 'Split: x if the unit goes on'),
      column('end_posts', 'Kết thúc vị trí', 'flag', 'Giải thể: x nếu vị trí của những người còn lại kết thúc cùng đơn vị', 'Abolish: x if the posts of those left end with it'),
      column('name', 'Tên đơn vị', 'text', 'Lập mới: bắt buộc; thao tác khác: để trống nếu không đổi', 'Establish: needed; otherwise blank where it stays'),
      column('parent_code', 'Mã đơn vị quản lý', 'code', 'Cơ quan quản lý trực tiếp từ ngày hiệu lực; - là không có', 'Who manages it from the day on; - for none'),
      column('official_code', 'Mã hành chính', 'code', 'Mã theo danh mục hành chính; - là không có', 'Code of the administrative catalogue; - for none'),
      column('tier', 'Cấp', 'choice', 'Cấp trung ương, Cấp tỉnh, Cấp huyện hoặc Cấp xã', 'Level of government'),
      column('body_kind', 'Loại cơ quan', 'choice', 'Cơ quan nhà nước, Cơ quan Đảng, Tổ chức chính trị - xã hội hoặc Đơn vị sự nghiệp công lập', 'Kind of body'),
      column('field', 'Lĩnh vực', 'code', 'Mã lĩnh vực công tác; - là không có', 'Field of work, as a code; - for none'),
      column('needs_language', 'Địa bàn, lĩnh vực cần ngoại ngữ', 'text', 'x: có; -: không; ?: chưa rõ; để trống: không đổi, đơn vị mới là không', 'x: yes; -: no; ?: not known; blank: as it was, of a new unit no'),
      column('reports_to', 'Báo cáo về', 'code', 'Đơn vị nhận báo cáo; - là không có', 'Unit it reports to; - for none'),
      column('budgets_through', 'Dự toán qua', 'code', 'Đơn vị dự toán; - là không có', 'Unit it budgets through; - for none'),
      column('on', 'Ngày hiệu lực', 'date', 'Để trống: ngày hiệu lực của quyết định', 'Blank: the day of the decision'),
    ],
  },
  {
    key: 'moves',
    name: 'Nhân sự chuyển',
    columns: [
      required(column('id_number', 'Số định danh cá nhân', 'id-number', '12 chữ số, định dạng ô là văn bản', '12 digits, cell formatted as text')),
      column('full_name', 'Họ và tên', 'text', 'Để đối chiếu với hồ sơ', 'Compared with the record'),
      column('from_unit', 'Mã đơn vị đi', 'code', 'Chỉ cần khi người này có nhiều vị trí; để trống: vị trí chính', 'Only where somebody holds several posts; blank: the main one'),
      required(column('to_unit', 'Mã đơn vị đến', 'code', 'Đơn vị nhận', 'Where he goes')),
      column('kind', 'Đối tượng', 'choice', 'Điền khi vị trí thay đổi: khi đó các ô bên phải được lấy đúng như đã điền', 'Filled where the post changes: then the cells to the right are taken as they stand'),
      column('post_code', 'Mã vị trí', 'code', 'Vị trí việc làm mới', 'The new post'),
      column('rank_code', 'Mã ngạch, hạng', 'code', 'Mã ngạch công chức hoặc hạng chức danh nghề nghiệp', 'Rank or professional grade'),
      column('office', 'Chức vụ', 'text', 'Tên chức vụ', 'Office held'),
      column('office_rank', 'Cấp chức vụ', 'choice', 'Không, Cấp tổ, Cấp phòng, Cấp sở hoặc Lãnh đạo tỉnh; ?: chưa rõ', 'Rank of the office; ?: not known'),
      column('leader', 'Lãnh đạo, quản lý', 'flag', 'x: có; để trống: không; ?: chưa rõ', 'x: yes; blank: no; ?: not known'),
      column('on', 'Ngày hiệu lực', 'date', 'Để trống: ngày hiệu lực của quyết định', 'Blank: the day of the decision'),
    ],
  },
];

/** A sheet of the workbook by its key. */
export const changeSheet = (key: ChangeSheetKey): ChangeSheet => changeWorkbook.find((it) => it.key === key)!;

/** The words of each operation in the workbook; establishing is written "Lập mới". */
export const operationWords: Readonly<Record<UnitOperationKind, string>> = { establish: 'Lập mới', merge: 'Sáp nhập', split: 'Chia tách', move: 'Chuyển', abolish: 'Giải thể', rename: 'Đổi tên', line: 'Thay đổi quan hệ' };

const kindsByWords = new Map(Object.entries(operationWords).flatMap(([kind, words]) => [[plainText(words), kind as UnitOperationKind], [kind, kind as UnitOperationKind]] as const));

/** The operation that some words name, whatever their case and accents. */
export const operationOf = (words: string): UnitOperationKind | undefined => kindsByWords.get(plainText(words));

/** What stands in the sheet of instructions, one line after the other. */
export const changeInstructions: readonly LocalText[] = [
  { vi: 'Điền một dòng ở bảng Quyết định, mỗi thao tác một dòng ở bảng Sắp xếp; các thao tác được thực hiện theo ngày rồi theo thứ tự dòng.', en: 'Fill one row of the decision, and a row for each operation; they are done by their days, then in the order of the rows.' },
  { vi: 'Đơn vị mới phải có dòng Lập mới, đặt trước các dòng nhắc đến nó.', en: 'A new unit needs a row that establishes it, above the rows that name it.' },
  { vi: 'Chuyển, Đổi tên và Thay đổi quan hệ chỉ đổi những ô được điền; ô để trống giữ nguyên, dấu - là bỏ.', en: 'Moving, renaming and changing lines change the cells that are filled; blank cells stay, - takes away.' },
  { vi: 'Người trong đơn vị kết thúc đi theo bảng Nhân sự chuyển; người không có tên đi theo vị trí, rồi theo “Người còn lại về đơn vị”.', en: 'People of a unit that ends go as the sheet of moves says; others by their posts, then to who takes the rest.' },
];
