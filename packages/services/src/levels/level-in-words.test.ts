import { levelOn } from '@saubac/domain/levels';
import { isoDate } from '@saubac/domain/values';
import { createWords } from '@saubac/i18n';
import { adoptions, anyCertificate, anyDay, certificate, certificateTypes, context } from '@saubac/testing/levels';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { levelInWords } from './level-in-words.ts';

const names = {
  types: Object.fromEntries(certificateTypes.map((type) => [type.code, type.name])),
  kinds: Object.fromEntries(certificateTypes.map((type) => [type.code, type.kind])),
  tables: Object.fromEntries(context.tables.map((table) => [table.code, table.name])),
};

it('says which certificate counts until when, and why the others do not', () => {
  const certificates = [
    certificate('ielts', { scores: { overall: 5.5 } }),
    certificate('toeic', { scores: { overall: 650, listening: 350, reading: 300 } }),
    certificate('framework', { grade: 'B1', issuerName: 'Trung tâm X' }),
  ];
  const answer = levelOn({ certificates, language: 'en', date: isoDate('2025-12-31'), adoptions, statesThatCount: ['verified'], context });
  expect(levelInWords({ answer, certificates, names }, createWords('vi'))).toEqual([
    'Tính đến ngày 31/12/2025: bậc 4.',
    'IELTS, thi ngày 01/03/2024: bậc 4 theo Bảng tham chiếu của Thông tư 23/2021/TT-BGDĐT (Phụ lục, Tiếng Anh, IELTS; tối thiểu 5,5), được tính đến hết ngày 01/03/2026.',
    'TOEIC, thi ngày 01/03/2024: không tính, vì Bảng tham chiếu của Thông tư 23/2021/TT-BGDĐT yêu cầu cả điểm nói, viết, chưa có.',
    'Chứng chỉ theo khung năng lực ngoại ngữ 6 bậc, thi ngày 01/03/2024: không tính, vì đơn vị cấp “Trung tâm X” không có trong danh sách đơn vị được phép.',
  ]);
});

it('gives a degree the day of its issue, not of an exam', () => {
  const certificates = [certificate('language-degree')];
  const answer = levelOn({ certificates, language: 'en', date: isoDate('2025-12-31'), adoptions, statesThatCount: ['verified'], context });
  expect(levelInWords({ answer, certificates, names }, createWords('vi'))[1]).toContain('cấp ngày 01/03/2024');
});

it('has a sentence for every certificate, with nothing left to put in', () => {
  fc.assert(
    fc.property(fc.array(anyCertificate, { maxLength: 5 }), anyDay, fc.constantFrom('vi' as const, 'en' as const), (certificates, date, locale) => {
      const answer = levelOn({ certificates, language: 'any', date, adoptions, statesThatCount: ['verified', 'declared'], context });
      const sentences = levelInWords({ answer, certificates, names }, createWords(locale));
      expect(sentences.length).toBe(1 + certificates.length);
      expect(sentences.filter((it) => /\{\{|undefined|null|levels\./.test(it))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
