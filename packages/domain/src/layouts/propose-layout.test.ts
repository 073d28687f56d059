import { describe, expect, it } from 'vitest';
import type { Cell } from '../people/index.ts';
import { layoutSchema } from './layout.ts';
import { proposeLayout, type ProposedSheet } from './propose-layout.ts';

type Rows = Cell[][];
const ids = ['001080000001', '001080000002', '001080000003'];

const propose = (rows: Rows, name = 'Sheet1') => proposeLayout([{ name, rows }]);
const only = (rows: Rows, name?: string): ProposedSheet => {
  const { sheets, layout } = propose(rows, name);
  if (layout) expect(() => layoutSchema.parse(layout)).not.toThrow();
  return sheets[0]!;
};
const sourceOf = (sheet: ProposedSheet, key: string) => sheet.columns.find((it) => it.key === key)?.source;
const under = (headings: Cell[], ...rows: Rows): Rows => [headings, ...rows];

describe('a proposal of a layout', () => {
  it.each([
    ['id_number', ['Số CCCD', 'SỐ CĂN CƯỚC CÔNG DÂN', 'Số CCCD/CMND/định danh', 'so dinh danh ca nhan', 'CMND (CCCD)', 'Mã định danh cá nhân', 'Số CMND/CCCD hoặc số định danh']],
    ['full_name', ['Họ và tên', 'Họ tên', 'HỌ VÀ TÊN CB', 'Họ và tên khai sinh', 'Họ, chữ đệm và tên', 'Họ và tên (chữ in hoa)', 'Ho va ten can bo, cong chuc']],
    ['birth_date', ['Ngày, tháng, năm sinh', 'Ngày sinh', 'Năm sinh', 'Sinh ngày', 'NGÀY THÁNG NĂM SINH (dd/mm/yyyy)']],
    ['sex', ['Giới tính', 'Phái', 'Nam/Nữ', 'Giới']],
    ['unit_code', ['Đơn vị công tác', 'Cơ quan, đơn vị', 'Phòng, ban', 'Nơi công tác', 'Phòng/Ban/Đơn vị công tác hiện nay']],
    ['office', ['Chức vụ, chức danh', 'Chức vụ', 'CHỨC DANH', 'Chức vụ hiện nay', 'Chức vụ (chính quyền)']],
    ['rank_code', ['Ngạch', 'Mã ngạch', 'Mã số ngạch, CDNN', 'Hạng chức danh nghề nghiệp', 'Ngạch công chức']],
    ['language_text', ['Trình độ ngoại ngữ', 'Ngoại ngữ', 'Chứng chỉ ngoại ngữ (nếu có)', 'TĐ ngoại ngữ']],
    ['kind', ['Đối tượng', 'Loại cán bộ', 'CB, CC, VC', 'Phân loại']],
    ['ethnicity', ['Dân tộc', 'DÂN TỘC']],
  ])('knows %s by many headings', (key, headings) => {
    for (const heading of headings) {
      const rest = Object.entries({ full_name: 'Họ và tên', ethnicity: 'Dân tộc', sex: 'Giới tính', birth_date: 'Ngày sinh' }).flatMap(([other, it]) => (other === key ? [] : [it]));
      const sheet = only(under([...rest, heading, 'Ghi chú'], [...rest.map(() => 'x'), 'y', null]));
      expect([heading, sourceOf(sheet, key)]).toEqual([heading, expect.objectContaining({ from: 'column', heading })]);
    }
  });

  it('does not take for a column what belongs to another matter', () => {
    const sheet = only(under(['STT', 'Họ và tên', 'Ngày sinh', 'Ngày cấp CCCD', 'Họ và tên vợ (chồng)', 'Chức vụ Đảng', 'Ngày vào Đảng', 'Nơi cấp'], [1, 'An', '01/01/1980', '02/02/2020', 'Bình', 'Bí thư', '03/03/2003', 'CA']));
    expect(sheet.columns.filter(({ source }) => source).map(({ key }) => key)).toEqual(['full_name', 'birth_date']);
    expect(sheet.unused.map(({ heading, letters }) => `${letters} ${heading}`)).toEqual(['D Ngày cấp CCCD', 'E Họ và tên vợ (chồng)', 'F Chức vụ Đảng', 'G Ngày vào Đảng', 'H Nơi cấp']);
  });

  it('joins headings that are merged over others, and tells the sex by the birth date that is filled', () => {
    const sheet = only([
      ['UBND TỈNH MẪU'], ['SỞ NỘI VỤ'], [null, null, 'DANH SÁCH CÔNG CHỨC NĂM 2025'], [],
      ['TT', 'Họ và tên', 'Ngày, tháng, năm sinh', null, 'Số CCCD', 'Chức vụ', 'Trình độ', null, null, 'Ghi chú'],
      [null, null, 'Nam', 'Nữ', null, null, 'Văn hóa', 'Chuyên môn', 'Ngoại ngữ', null],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [1, 'Nguyễn Văn An', '01/02/1980', null, ids[0]!, 'Giám đốc', '12/12', 'ĐH', 'B1', null],
      [2, 'Trần Thị Bình', null, '1985', ids[1]!, null, '12/12', 'ThS', 'IELTS 6.0', 'x'],
    ]);
    expect(sheet).toMatchObject({ target: 'people', headerRow: 5, missing: [] });
    expect(sheet.sample).toEqual([
      { row: 8, cells: { id_number: ids[0], full_name: 'Nguyễn Văn An', birth_date: '01/02/1980', sex: 'Nam', unit_code: 'SỞ NỘI VỤ', kind: 'Công chức', office: 'Giám đốc', language_text: 'B1' } },
      { row: 9, cells: { id_number: ids[1], full_name: 'Trần Thị Bình', birth_date: '1985', sex: 'Nữ', unit_code: 'SỞ NỘI VỤ', kind: 'Công chức', language_text: 'IELTS 6.0' } },
    ]);
    expect(sheet.unused).toEqual([
      { heading: 'Trình độ / Văn hóa', letters: 'G', filled: 2 }, { heading: 'Trình độ / Chuyên môn', letters: 'H', filled: 2 }, { heading: 'Ghi chú', letters: 'J', filled: 1 },
    ]);
  });

  it.each([
    ['under two headings', ['Họ đệm', 'Tên']],
    ['under two sub-headings', ['Họ và tên / Họ và đệm', 'Họ và tên / Tên']],
    ['under one that is merged', ['Họ và tên', null]],
  ])('joins a name that stands in two columns %s', (_, [first, second]) => {
    const two = first!.includes(' / ');
    const top = two ? ['Số CCCD', 'Họ và tên', null, 'Đơn vị', 'Đối tượng'] : ['Số CCCD', first!, second ?? null, 'Đơn vị', 'Đối tượng'];
    const rows = two ? [top, [null, 'Họ và đệm', 'Tên', null, null]] : [top];
    const sheet = only([...rows, [ids[0]!, 'Nguyễn Văn', 'An', 'Phòng A', 'Công chức'], [ids[1]!, 'Trần Thị', 'Bình', 'Phòng A', 'Công chức']]);
    expect(sheet.sample.map(({ cells }) => cells['full_name'])).toEqual(['Nguyễn Văn An', 'Trần Thị Bình']);
    expect(sheet.missing).toEqual([]);
  });

  it('takes sub-headings that it does not know for headings too', () => {
    const sheet = only([['TT', 'Họ tên', 'Số CCCD', 'Lương', null, 'Đơn vị', 'Đối tượng'], [null, null, null, 'Hệ số', 'Bậc', null, null], [1, 'An', ids[0]!, 2.34, 1, 'U', 'Cán bộ']]);
    expect(sheet.sample.map(({ row }) => row)).toEqual([3]);
    expect(sheet.unused.map(({ heading }) => heading)).toEqual(['Lương / Hệ số', 'Lương / Bậc']);
  });

  it('joins day, month and year of birth that stand in a column each', () => {
    const sheet = only([['Họ tên', 'Ngày sinh', null, null, 'Số CCCD'], [null, 'Ngày', 'Tháng', 'Năm', null], ['An', 3, 2, 1980, ids[0]!], ['Bình', null, null, 1981, ids[1]!]]);
    expect(sheet.sample.map(({ cells }) => cells['birth_date'])).toEqual(['3/2/1980', '1981']);
  });

  it('finds the unit by the word before it, wherever its line has moved', () => {
    const rows: Rows = [['Đơn vị: Trường Mầm non Mẫu'], [], ['Họ tên', 'Số CCCD', 'Ngày sinh', 'Đối tượng'], ['An', ids[0]!, '1980', 'Cán bộ']];
    expect(only(rows).sample[0]?.cells['unit_code']).toBe('Trường Mầm non Mẫu');
    expect(sourceOf(only(rows), 'unit_code')).toEqual({ from: 'title', row: 0, column: 0, after: 'Đơn vị' });
  });

  it('takes crosses in columns for men and women as the sex', () => {
    const sheet = only([['Họ và tên', 'Số CCCD', 'Ngày sinh', 'Giới tính', null, 'Đơn vị', 'Đối tượng'], [null, null, null, 'Nam', 'Nữ', null, null], ['An', ids[0]!, '1980', 'x', null, 'U', 'Cán bộ'], ['Bình', ids[1]!, '1981', null, 'x', 'U', 'Cán bộ']]);
    expect(sheet.sample.map(({ cells }) => `${cells['birth_date']} ${cells['sex']}`)).toEqual(['1980 Nam', '1981 Nữ']);
  });

  it('gives rows the unit of the group they stand in, and the kind where groups are kinds', () => {
    const sheet = only([
      ['STT', 'Họ và tên', 'Số CCCD', 'Chức vụ'],
      ['I', 'Phòng Tổ chức (2 người)', null, null], ['A', 'Công chức', null, null], [1, 'Nguyễn Văn An', ids[0]!, 'Trưởng phòng'],
      ['B', 'Viên chức', null, null], [2, 'Trần Thị Bình', ids[1]!, null],
      ['II. Văn phòng', null, null, null], [1, 'Lê Văn Chi', ids[2]!, 'Chánh Văn phòng'],
    ]);
    expect(sheet.sample.map(({ cells }) => [cells['unit_code'], cells['kind']])).toEqual([['Phòng Tổ chức', 'Công chức'], ['Phòng Tổ chức', 'Viên chức'], ['Văn phòng', 'Viên chức']]);
    expect(sheet.missing).toEqual([]);
  });

  it('takes the name of each sheet for the unit where there is a sheet for each', () => {
    const rows: Rows = [['Họ và tên', 'Số CCCD', 'Ngày sinh', 'Đối tượng'], ['An', ids[0]!, '1980', 'Cán bộ']];
    const { layout, sheets, complete } = proposeLayout([{ name: 'Phòng A', rows }, { name: 'Phòng B', rows }, { name: 'Ghi chép', rows: [['Gửi Sở Nội vụ']] }]);
    expect(sheets.map(({ target }) => target)).toEqual(['people', 'people', null]);
    expect(layout!.sheets).toHaveLength(1);
    expect(sheets.map(({ sample }) => sample[0]?.cells['unit_code'])).toEqual(['Phòng A', 'Phòng B', undefined]);
    expect(complete).toBe(true);
  });

  it('says what is required and found nowhere', () => {
    expect(only(under(['TT', 'Họ tên', 'Ngày sinh', 'Giới tính'], [1, 'An', '1980', 'Nam'])).missing.map(({ key }) => key)).toEqual(['id_number', 'unit_code', 'kind']);
  });

  it('knows ID numbers by themselves where the heading does not tell', () => {
    const sheet = only(under(['Họ tên', 'Ngày sinh', 'Mã số', 'Đơn vị'], ['An', '1980', ids[0]!, 'U'], ['Bình', '1981', ids[1]!, 'U']));
    expect(sheet.columns.find(({ key }) => key === 'id_number')).toMatchObject({ confidence: 'likely', why: 'cells', source: { heading: 'Mã số' } });
  });

  it('tells certificates, units and posts from people', () => {
    const { sheets } = proposeLayout([
      { name: 'CC', rows: [['Số CCCD', 'Họ tên', 'Loại chứng chỉ', 'Ngày thi', 'Nghe', 'Đọc', 'Nói', 'Viết', 'Điểm chung'], [ids[0]!, 'An', 'ielts', '01/01/2024', 6, 6, 6, 6, 6]] },
      { name: 'DV', rows: [['Mã đơn vị', 'Tên đơn vị', 'Cấp', 'Loại cơ quan'], ['U', 'Sở', 'Cấp tỉnh', 'Cơ quan nhà nước']] },
      { name: 'VT', rows: [['Mã vị trí việc làm', 'Tên vị trí việc làm'], ['V', 'Chuyên viên']] },
    ]);
    expect(sheets.map(({ target, missing }) => [target, missing.length])).toEqual([['certificates', 0], ['units', 1], ['posts', 0]]);
  });

  it('proposes nothing for sheets in which nothing is known', () => {
    expect(propose([['x', 'y', 'z'], ['1', '2', '3']])).toMatchObject({ layout: null, complete: false, sheets: [{ target: null }] });
    expect(propose([])).toEqual({ layout: null, complete: false, sheets: [] });
  });
});
