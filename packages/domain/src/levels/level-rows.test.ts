import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCertificate, certificate, context, fourSkills } from '@saubac/testing/levels';
import { isoDate } from '../values/index.ts';
import { skills } from './certificate.ts';
import type { Scores } from './certificate.ts';
import { levelRowsOf } from './level-rows.ts';

const decision = { framework: 'vn-6', level: 5, decidedOn: isoDate('2024-06-01'), validTo: 'infinity', document: '12/QĐ-SGDĐT' } as const;

const upTo = (max: number) => fc.nat({ max });
const toeicLevel = (scores: Partial<Scores>): number =>
  levelRowsOf(certificate('toeic', { scores }), context).find((it) => it.equivalence === 'tt-23-2021')?.level ?? 0;

describe('the rows of a certificate', () => {
  it('has one for every table that covers the type, adopted or not', () => {
    const rows = levelRowsOf(certificate('ielts', { scores: { overall: 6 } }), context);
    expect(rows.map((it) => [it.equivalence, it.level])).toEqual([['cv-6089-2014', 4], ['tt-23-2021', 4]]);
  });

  it('begins on the exam date and ends with the months in force on the exam date', () => {
    const [row] = levelRowsOf(certificate('ielts', { scores: { overall: 6 }, examDate: isoDate('2023-08-31') }), context);
    expect(row).toMatchObject({ validFrom: '2023-08-31', validTo: '2025-09-01' });
  });

  it('ends on the day after the last day printed on it, when that is earlier', () => {
    const [row] = levelRowsOf(certificate('ielts', { scores: { overall: 6 }, expiresOn: isoDate('2024-12-31') }), context);
    expect(row?.validTo).toBe('2025-01-01');
  });

  it('has no end where the tenant sets none', () => {
    const [row] = levelRowsOf(certificate('vstep-3-5', { issuer: 'ulis', scores: { overall: 6 } }), context);
    expect(row?.validTo).toBe('infinity');
  });

  it('has one row without a table once the authority has decided', () => {
    const rows = levelRowsOf(certificate('ielts', { scores: { overall: 6 }, decision }), context);
    expect(rows.map((it) => [it.equivalence, it.level])).toEqual([[null, 5]]);
  });

  it.each([['B1', 3], ['b2', 4], ['Bậc 3', 3], ['bậc 4/6', 4], ['3', 3]])('reads the grade %s of the framework itself as level %d', (grade, level) => {
    const rows = levelRowsOf(certificate('framework', { grade, issuer: 'ulis' }), context);
    expect(rows.map((it) => [it.equivalence, it.level])).toEqual([[null, level]]);
  });

  it('has none if the issuer was not licensed on the exam date, whatever came later', () => {
    expect(levelRowsOf(certificate('framework', { grade: 'B1', issuer: 'ulis', examDate: isoDate('2015-12-31') }), context)).toEqual([]);
    expect(levelRowsOf(certificate('framework', { grade: 'B1', issuerName: 'Trung tâm X' }), context)).toEqual([]);
  });

  it('has none if it would end before it begins', () => {
    expect(levelRowsOf(certificate('ielts', { scores: { overall: 6 }, expiresOn: isoDate('2024-02-01') }), context)).toEqual([]);
  });

  it('never gives a higher level to a lower result', () => {
    fc.assert(
      fc.property(fc.tuple(upTo(495), upTo(495), upTo(200), upTo(200)), fc.constantFrom(...skills), upTo(100), (all, skill, less) => {
        const scores = fourSkills(...all);
        expect(toeicLevel({ ...scores, [skill]: (scores[skill] ?? 0) - less })).toBeLessThanOrEqual(toeicLevel(scores));
      }),
    );
  });

  it('holds levels of the framework, at most one a table, on a period that is not empty', () => {
    fc.assert(
      fc.property(anyCertificate, (it) => {
        const rows = levelRowsOf(it, context);
        expect(new Set(rows.map((row) => row.equivalence)).size).toBe(rows.length);
        for (const row of rows) {
          expect(context.framework.levels.some((level) => level.level === row.level)).toBe(true);
          expect(row.validFrom < row.validTo).toBe(true);
          expect(row).toMatchObject({ certificate: it.id, person: it.person, language: it.language, state: it.state, validFrom: it.examDate });
        }
      }),
    );
  });

  it('takes its state from the certificate and nothing else from it', () => {
    fc.assert(
      fc.property(anyCertificate, (it) => {
        const voided = levelRowsOf({ ...it, state: 'void' }, context);
        expect(voided).toEqual(levelRowsOf(it, context).map((row) => ({ ...row, state: 'void' })));
      }),
    );
  });
});
