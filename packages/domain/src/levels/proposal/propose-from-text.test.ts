import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LanguageProposal } from './proposal.ts';
import { proposeFromText } from './propose-from-text.ts';

type Short = [language: string | null, type: string | null, result: string | number | null, confidence: string, reason: string];
const short = (it: LanguageProposal): Short => [it.languageCode, it.typeCode, it.grade ?? it.score, it.confidence, it.reason.kind];
const complete = (it: LanguageProposal): boolean => it.typeCode !== null && it.languageCode !== null && (it.score !== null || it.grade !== null);
const one = (text: string): Short | undefined => proposeFromText(text).map(short)[0];

describe('a proposal from free text', () => {
  it.each<[string, Short]>([
    ['IELTS 6.0 (2023)', ['en', 'ielts', 6, 'high', 'named-test-with-result']],
    ['ielts 6,5', ['en', 'ielts', 6.5, 'high', 'named-test-with-result']],
    ['Tiếng Anh IELTS 5.5 năm 2022', ['en', 'ielts', 5.5, 'high', 'named-test-with-result']],
    ['IELTS', ['en', 'ielts', null, 'low', 'named-test-without-result']],
    ['IELTS 65', ['en', 'ielts', null, 'low', 'result-impossible']],
    ['TOEIC 650', ['en', 'toeic', 650, 'medium', 'skills-not-stated']],
    ['TOEIC 650/990', ['en', 'toeic', 650, 'medium', 'skills-not-stated']],
    ['TOEFL iBT 80', ['en', 'toefl-ibt', 80, 'high', 'named-test-with-result']],
    ['TOEFL ITP 477', ['en', 'toefl-itp', 477, 'high', 'named-test-with-result']],
    ['TOEFL 500', ['en', 'toefl-itp', 500, 'medium', 'test-has-two-forms']],
    ['VSTEP B2', ['en', 'vstep-3-5', 'B2', 'high', 'named-test-with-result']],
    ['VSTEP 6.5', ['en', 'vstep-3-5', 6.5, 'high', 'named-test-with-result']],
    ['PET', ['en', 'cambridge', 'B1', 'high', 'named-test-with-result']],
    ['DELF B2', ['fr', 'delf', 'B2', 'high', 'named-test-with-result']],
    ['TCF 350', ['fr', 'tcf', 350, 'high', 'named-test-with-result']],
    ['TestDaF TDN 4', ['de', 'testdaf', 'TDN 4', 'high', 'named-test-with-result']],
    ['HSK4', ['zh', 'hsk', '4', 'high', 'named-test-with-result']],
    ['hsk cấp 3', ['zh', 'hsk', '3', 'high', 'named-test-with-result']],
    ['TOPIK 4', ['ko', 'topik', '4', 'high', 'named-test-with-result']],
    ['N3', ['ja', 'jlpt', 'N3', 'medium', 'grade-without-test-name']],
    ['JLPT N2', ['ja', 'jlpt', 'N2', 'high', 'named-test-with-result']],
    ['Tiếng Nhật N4', ['ja', 'jlpt', 'N4', 'high', 'named-test-with-result']],
    ['ТРКИ-1', ['ru', 'trki', '1', 'high', 'named-test-with-result']],
    ['Tiếng Anh B1', ['en', 'framework', 'B1', 'medium', 'level-without-certificate']],
    ['tieng anh b1', ['en', 'framework', 'B1', 'medium', 'level-without-certificate']],
    ['TIẾNG ANH BẬC 3/6', ['en', 'framework', 'B1', 'medium', 'level-without-certificate']],
    ['Anh B2', ['en', 'framework', 'B2', 'medium', 'level-without-certificate']],
    ['Chứng chỉ B1 tiếng Pháp do ĐH Ngoại ngữ cấp', ['fr', 'framework', 'B1', 'medium', 'level-without-certificate']],
    ['A2', [null, 'framework', 'A2', 'low', 'level-without-language']],
    ['Anh văn trình độ B', ['en', 'old-abc', 'B', 'medium', 'old-letter-grade']],
    ['Chứng chỉ C tiếng Anh', ['en', 'old-abc', 'C', 'medium', 'old-letter-grade']],
    ['chứng chỉ C', [null, 'old-abc', 'C', 'low', 'letter-may-be-another-subject']],
    ['ĐH Ngoại ngữ Tiếng Anh', ['en', 'language-degree', 'bachelor', 'medium', 'degree-named']],
    ['Cử nhân tiếng Pháp', ['fr', 'language-degree', 'bachelor', 'medium', 'degree-named']],
    ['Thạc sĩ Ngôn ngữ Anh', ['en', 'language-degree', 'master', 'medium', 'degree-named']],
    ['ĐH Ngoại ngữ', [null, 'language-degree', 'bachelor', 'low', 'degree-without-language']],
    ['ĐH Ngoại ngữ, Tiếng Anh', ['en', 'language-degree', 'bachelor', 'medium', 'degree-named']],
    ['Tiếng Lào giao tiếp', ['lo', null, null, 'low', 'language-only']],
    ['tiếng Khơ-me', ['km', null, null, 'low', 'language-only']],
    ['Tiếng Hàn Quốc', ['ko', null, null, 'low', 'language-only']],
    ['Kết quả B1 tiếng Pháp', ['fr', 'framework', 'B1', 'medium', 'level-without-certificate']],
    ['Hán ngữ', ['zh', null, null, 'low', 'language-name-has-two-meanings']],
    ['Trung văn C', ['zh', 'old-abc', 'C', 'medium', 'old-letter-grade']],
    ['VSTEP bậc 4', ['en', 'vstep-3-5', 'B2', 'high', 'named-test-with-result']],
    ['VSTEP bậc 2', ['en', 'vstep-2', 'A2', 'high', 'named-test-with-result']],
    ['Ngoại ngữ: Anh B1', ['en', 'framework', 'B1', 'medium', 'level-without-certificate']],
    ['Cử nhân Anh', ['en', 'language-degree', 'bachelor', 'medium', 'degree-named']],
    ['B Anh', ['en', 'old-abc', 'B', 'medium', 'old-letter-grade']],
    ['TOEIC 650/2022', ['en', 'toeic', 650, 'medium', 'skills-not-stated']],
    ['Tiếng Thái', ['th', null, null, 'low', 'language-name-has-two-meanings']],
  ])('reads %s', (text, expected) => {
    expect(one(text)).toEqual(expected);
    expect(one(text.normalize('NFD'))).toEqual(expected);
    expect(one(text.toUpperCase())).toEqual(expected);
  });

  it('does not need the accents of Vietnamese words', () => {
    for (const text of ['Anh văn trình độ B', 'Cử nhân tiếng Pháp', 'ĐH Ngoại ngữ Tiếng Anh', 'Tiếng Lào giao tiếp']) {
      const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/Đ/g, 'D');
      expect(one(bare)).toEqual(one(text));
    }
  });

  it('names a level only where the text does', () => {
    expect(proposeFromText('Tiếng Anh B1')[0]?.level).toBe(3);
    for (const text of ['IELTS 6.0', 'HSK4', 'Anh văn trình độ B', 'VSTEP B2']) expect(proposeFromText(text)[0]?.level).toBeNull();
  });

  it('keeps the year apart from the score', () => {
    expect(proposeFromText('IELTS 6.0 (2023)')[0]).toMatchObject({ score: 6, year: 2023 });
    expect(proposeFromText('TOEIC 12/2021: 705')[0]).toMatchObject({ score: 705, year: 2021 });
    expect(proposeFromText('Tiếng Anh B1, 2019')).toMatchObject([{ grade: 'B1', year: 2019 }]);
  });

  it('names the skills that a TOEIC score leaves open', () => {
    expect(proposeFromText('TOEIC 650')[0]?.reason).toEqual({ kind: 'skills-not-stated', missing: ['speaking', 'writing'] });
  });

  it('reads several entries of one cell, each with its own words', () => {
    const cell = 'Tiếng Anh B1; IELTS 6,0 (2023)/HSK4, tiếng Lào giao tiếp';
    expect(proposeFromText(cell).map((it) => [it.text, it.typeCode ?? it.languageCode])).toEqual([
      ['Tiếng Anh B1', 'framework'],
      ['IELTS 6,0 (2023)', 'ielts'],
      ['HSK4', 'hsk'],
      ['tiếng Lào giao tiếp', 'lo'],
    ]);
  });

  it.each([
    ['IELTS 6.0 và TOEIC 700', [['ielts', 6], ['toeic', 700]]],
    ['B1 tiếng Anh + IELTS 5.0', [['framework', 'B1'], ['ielts', 5]]],
    ['1. IELTS 6.0 2. Tiếng Lào A2', [['ielts', 6], ['framework', 'A2']]],
    ['Tiếng Anh đọc và viết B1', [['framework', 'B1']]],
    ['IELTS: 6.0 - 2023', [['ielts', 6]]],
  ])('takes apart what is joined or numbered, as far as each part stands alone: %s', (cell, found) => {
    expect(proposeFromText(cell).map((it) => [it.typeCode, it.grade ?? it.score])).toEqual(found);
  });

  it('leaves computer certificates alone', () => {
    expect(proposeFromText('Tin học B; Anh văn C').map((it) => it.text)).toEqual(['Anh văn C']);
  });

  it.each(['', '   ', 'không', 'Đại học Luật', 'Sở Lao động', 'Lào Cai', 'x', '2023', 'Cao cấp lý luận chính trị', 'Thạc sĩ Luật', 'Ngoại ngữ trung cấp', 'Ngoại ngữ hạn chế'])('finds nothing in "%s"', (text) => {
    expect(proposeFromText(text)).toEqual([]);
  });

  it('answers any text, is sure only of what it can name, and keeps to what was written', () => {
    const words = fc.constantFrom('IELTS', 'toeic', 'Tiếng', 'Anh', 'Pháp', 'B1', 'C', 'bậc', '3', '6.0', '650', '(2023)', ';', '/', ',', 'ĐH', 'Ngoại ngữ', 'HSK', 'N3', 'VSTEP', 'chứng chỉ');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(words, { maxLength: 8 }).map((it) => it.join(' '))), (text) => {
        const proposals = proposeFromText(text);
        expect(proposals.filter((it) => it.confidence === 'high' && !complete(it))).toEqual([]);
        expect(proposals.filter((it) => it.level !== null && it.typeCode !== 'framework')).toEqual([]);
        expect(proposeFromText(text.normalize('NFD'))).toEqual(proposals);
      }),
      { numRuns: 500 },
    );
  });
});
