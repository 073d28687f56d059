import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';
import { choicesOf } from './choice-words.ts';
import { readCell } from './read-cell.ts';
import { rosterRowReader, stagingColumns } from './roster-row.ts';
import { rosterTemplate } from './roster-template.ts';
import { guardedFormula, writeCell } from './write-cell.ts';

const sheet = (key: string) => rosterTemplate.find((it) => it.key === key)!;
const column = (sheetKey: string, key: string) => sheet(sheetKey).columns.find((it) => it.key === key)!;
const read = (sheetKey: string, key: string, cell: string | number | boolean | Date | null) => readCell(column(sheetKey, key), cell);

describe('roster cells', () => {
  it('keeps texts composed, with single spaces', () => {
    expect(read('people', 'full_name', '  Nguyễn\u00a0 Văn  A\u0301nh '.normalize('NFD')).text).toBe('Nguyễn Văn Ánh');
  });

  it.each([
    ['Cán bộ', 'cadre'], ['CÔNG CHỨC', 'civil-servant'], ['vien chuc', 'public-employee'], ['contract-staff', 'contract-staff'],
  ])('reads the kind %s in any case, with or without accents', (words, code) => {
    expect(read('people', 'kind', words).text).toBe(code);
  });

  it('lists the choices when a word is none of them', () => {
    expect(read('people', 'kind', 'Bộ đội').problem).toEqual({ column: 'kind', kind: 'not-a-choice', value: 'Bộ đội', allowed: choicesOf('kind') });
  });

  it('takes a blank flag as no and a question mark as not known', () => {
    expect([read('people', 'leader', '').text, read('people', 'leader', 'X').text, read('people', 'leader', '?').text]).toEqual(['false', 'true', null]);
    expect(read('people', 'concurrent', '?').problem?.kind).toBe('not-yes-or-no');
    expect([read('people', 'training_list', '?'), read('people', 'planned_rank', '?')]).toEqual([{ text: 'false' }, { text: null }]);
  });

  it('takes a blank rank of office as none and a question mark as not known', () => {
    expect([read('people', 'office_rank', '').text, read('people', 'office_rank', '?').text, read('people', 'office_rank', 'cấp phòng').text]).toEqual(['0', null, '20']);
  });

  it('accepts an ID number of twelve digits and gives a number cell its zeros back where the number can be one', () => {
    expect(read('people', 'id_number', '042080001234').text).toBe('042080001234');
    expect(read('people', 'id_number', 42_080_001_234)).toEqual({ text: '042080001234', mends: [{ kind: 'id-number-zeros', from: '42080001234', to: '042080001234' }] });
    expect(read('people', 'id_number', 42_980_001_234).problem?.kind).toBe('id-number-lost-zeros');
    expect(read('people', 'id_number', '04208000123A').problem?.kind).toBe('not-an-id-number');
    expect(read('people', 'id_number', null).problem?.kind).toBe('required');
  });

  it('gives no zeros back to a number that contradicts birth or sex of its row', () => {
    const row = (more: Record<string, string>) => {
      const cells = sheet('people').columns.map(({ key }) => ({ id_number: '42080001234', full_name: 'Nguyễn An', unit_code: 'A', kind: 'VC', ...more })[key] ?? '');
      return rosterRowReader(sheet('people'))(cells);
    };
    expect(row({ birth_date: '1980', sex: 'Nam' }).values[0]).toBe('042080001234');
    for (const more of [{ birth_date: '15/03/1981' }, { sex: 'Nữ' }]) {
      expect(row(more)).toMatchObject({ problems: [{ column: 'id_number', kind: 'id-number-lost-zeros', value: '42080001234' }], mends: [{ kind: 'choice-word' }] });
      expect(row(more).values[0]).toBeNull();
    }
  });

  it.each([
    [[...'x X có Có CÓ co 1 true TRUE ✓ đúng'.split(' '), 1, true], 'true'],
    [[...'không Không khong 0 false FALSE sai'.split(' '), '', 0, false], 'false'],
  ])('reads %j as one flag', (spellings, value) => {
    for (const it of spellings) expect(read('people', 'leader', it).text).toBe(value);
  });

  it.each([
    ['kind', 'CB', 'cadre'], ['kind', 'CC', 'civil-servant'], ['kind', 'vc', 'public-employee'], ['kind', 'NLĐ', 'contract-staff'], ['kind', 'HĐ 68', 'contract-staff'], ['kind', 'hđ68', 'contract-staff'],
    ['sex', 'M', 'male'], ['sex', 'F', 'female'],
  ])('reads the short word of %s %s and says what it was taken for', (key, words, code) => {
    expect(read('people', key, words)).toMatchObject({ text: code, mends: [{ kind: 'choice-word', from: words }] });
    expect(read('people', key, choicesOf(key)[0]!).mends).toBeUndefined();
  });

  it('takes a name for a code where a row names a unit or post kept elsewhere', () => {
    expect(read('people', 'unit_code', 'Trường THCS A/B, cơ sở của một đơn vị có tên rất dài để vượt quá sáu mươi bốn ký tự').problem).toBeUndefined();
  });

  it('says what it cleaned in a text that is kept, but no spaces at its ends', () => {
    expect(read('people', 'full_name', 'Nguyễn\u00a0 Văn\u200b Ánh').mends).toEqual([{ kind: 'spaces', from: 'Nguyễn\u00a0 Văn\u200b Ánh', to: 'Nguyễn Văn Ánh' }]);
    expect(read('people', 'full_name', 'Nguyễn Văn Ánh'.normalize('NFD')).mends).toEqual([{ kind: 'composed', from: 'Nguyễn Văn Ánh'.normalize('NFD'), to: 'Nguyễn Văn Ánh' }]);
    expect(read('people', 'full_name', ' Nguyễn Văn Ánh ')).toEqual({ text: 'Nguyễn Văn Ánh' });
  });

  it('never changes a text that is kept without saying so', () => {
    const text = fc.array(fc.constantFrom('N', 'ê', 'e\u0302', ' ', '\u00a0', '\u200b', '\t', 'Đ', '(', ')', "'", '='), { minLength: 1, maxLength: 12 }).map((it) => it.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('full_name', 'office'), (typed, key) => {
        const { text: kept, mends = [] } = read('people', key, typed);
        const ends = typed.replace(/^\s+|\s+$/g, '');
        if (kept === null || /^[\s\u200b]*'['=]/.test(typed)) return;
        expect(mends.at(-1)?.to ?? ends).toBe(kept);
        for (let i = 1; i < mends.length; i += 1) expect(cleanText(mends[i]!.from)).toBe(cleanText(mends[i - 1]!.to));
      }),
    );
  });

  it('accepts a year for a birth date and for no other date', () => {
    expect(read('people', 'birth_date', '1980')).toEqual({ text: '1980-01-01', precision: 'year' });
    expect(read('people', 'valid_from', '2020').problem?.kind).toBe('day-missing');
  });

  it('reads scores with a comma or a point and refuses what is no score', () => {
    expect([read('certificates', 'score', '6,50').text, read('certificates', 'score', 6.5).text]).toEqual(['6.5', '6.5']);
    expect(read('certificates', 'score', 'B1').problem?.kind).toBe('not-a-number');
    expect(read('posts', 'level', '4.5').problem?.kind).toBe('not-a-number');
  });

  it('refuses codes that would break a path or a list of codes', () => {
    expect(read('units', 'code', 'A/B').problem?.kind).toBe('bad-code');
  });

  it('refuses the error of a formula', () => {
    expect(read('people', 'office', '#REF!').problem?.kind).toBe('formula-error');
  });

  it('refuses a date cell that holds no day, as spreadsheets show with ####', () => {
    expect(read('people', 'birth_date', new Date(NaN)).problem?.kind).toBe('formula-error');
    expect(read('people', 'office', new Date(NaN)).problem?.kind).toBe('formula-error');
  });

  it('refuses a row that ends before it starts', () => {
    const cells = sheet('people').columns.map(({ key }) => ({ valid_from: '01/02/2020', valid_to: '31/01/2020' })[key] ?? '');
    expect(rosterRowReader(sheet('people'))(cells).problems.map(({ column: key, kind }) => `${key} ${kind}`)).toContain('valid_to ends-before-start');
  });

  it('stages one text per staging column', () => {
    for (const it of rosterTemplate) expect(rosterRowReader(it)([]).values).toHaveLength(stagingColumns(it).length);
  });

  it('reads back what it writes: dates', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1920-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (day) => {
        const iso = day.toISOString().slice(0, 10);
        expect(readCell(column('people', 'valid_to'), writeCell(column('people', 'valid_to'), iso)).text).toBe(iso);
      }),
    );
  });

  it('reads back what it writes: choices and flags', () => {
    for (const it of rosterTemplate.flatMap((each) => each.columns)) {
      const values = it.reading === 'choice' ? choicesOf(it.key).map((words) => readCell(it, words).text) : it.reading === 'flag' ? ['true', 'false'] : [];
      for (const value of values) expect(readCell(it, writeCell(it, value)).text).toBe(value);
    }
  });

  it('reads back every guarded text, whatever sign it begins with', () => {
    const text = fc.tuple(fc.constantFrom('', '=', '+', '-', '@', "'", "''", "'="), fc.string()).map((it) => cleanText(it.join('')));
    fc.assert(
      fc.property(text.filter((it) => it !== '' && !it.startsWith('#')), (it) => {
        expect(readCell(column('people', 'office'), guardedFormula(it)).text).toBe(it);
        expect(guardedFormula(it)).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});
