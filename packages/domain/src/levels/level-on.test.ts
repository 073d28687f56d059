import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptions, anyCertificate, anyDay, certificate, context } from '@saubac/testing/levels';
import { isoDate } from '../values/index.ts';
import { certificateStates } from './certificate.ts';
import type { Certificate, CertificateState } from './certificate.ts';
import { adoptedOn, levelOn } from './level-on.ts';
import type { NotCountedReason } from './level-on.ts';
import { levelRowsOf } from './level-rows.ts';

const ask = (certificates: Certificate[], date = '2025-12-31', language: string | string[] = 'en', statesThatCount: CertificateState[] = ['verified']) =>
  levelOn({ certificates, language, date: isoDate(date), adoptions, statesThatCount, context });

const reasonOf = (it: Certificate, date = '2025-12-31', statesThatCount: CertificateState[] = ['verified']): NotCountedReason | undefined =>
  ask([it], date, 'any', statesThatCount).others[0]?.reason;

describe('the level of a person on a date', () => {
  it('names the certificate, the table, the clause and the days on which it counts', () => {
    const ielts = certificate('ielts', { scores: { overall: 5.5 } });
    expect(ask([ielts])).toEqual({
      date: '2025-12-31',
      level: 4,
      because: {
        certificate: ielts.id,
        language: 'en',
        level: 4,
        basis: { kind: 'table', table: 'tt-23-2021', clause: 'Phụ lục, Tiếng Anh, IELTS', threshold: { score: 5.5 } },
        from: '2024-03-01',
        to: '2026-03-02',
      },
      others: [],
    });
  });

  it('lets a decision speak before any table', () => {
    const decided = certificate('course-completion', { language: 'lo', decision: { framework: 'vn-6', level: 2, decidedOn: isoDate('2024-05-01'), validTo: 'infinity', document: '7/SGDĐT' } });
    expect(ask([decided], '2025-12-31', 'lo').because?.basis).toEqual({ kind: 'decision', document: '7/SGDĐT', decidedOn: '2024-05-01' });
  });

  it('counts from the exam date to the corresponding day of its last year, both included (Civil Code, article 148)', () => {
    const ielts = certificate('ielts', { scores: { overall: 6 } });
    expect(['2024-02-29', '2024-03-01', '2026-03-01', '2026-03-02'].map((day) => ask([ielts], day).level)).toEqual([null, 4, 4, null]);
  });

  it('lets a lower certificate outlive a higher one', () => {
    const ielts = certificate('ielts', { scores: { overall: 7 } });
    const vstep = certificate('vstep-3-5', { issuer: 'ulis', scores: { overall: 5 } });
    expect(ask([ielts, vstep], '2025-12-31').others).toMatchObject([{ certificate: vstep.id, reason: { kind: 'lower-than-best', level: 3, best: 4 } }]);
    expect(ask([ielts, vstep], '2026-12-31')).toMatchObject({ level: 3, others: [{ certificate: ielts.id, reason: { kind: 'expired', lastDay: '2026-03-01' } }] });
  });

  it('prefers of equal certificates the one that lasts longer', () => {
    const ielts = certificate('ielts', { scores: { overall: 6 } });
    const vstep = certificate('vstep-3-5', { issuer: 'ulis', scores: { overall: 6 } });
    expect(ask([ielts, vstep])).toMatchObject({ because: { certificate: vstep.id }, others: [{ certificate: ielts.id, reason: { kind: 'same-as-best' } }] });
  });

  it('is asked in one language, some, or any', () => {
    const lao = certificate('framework', { language: 'lo', grade: 'B1', issuer: 'ulis' });
    expect([ask([lao]).level, ask([lao], '2025-12-31', ['en', 'lo']).level, ask([lao], '2025-12-31', 'any').level]).toEqual([null, 3, 3]);
  });

  it('stops counting a voided certificate for the past too', () => {
    const voided = certificate('ielts', { scores: { overall: 6 }, state: 'void' });
    expect(ask([voided], '2024-06-01')).toMatchObject({ level: null, others: [{ reason: { kind: 'state-does-not-count', state: 'void' } }] });
  });
});

describe('why a certificate does not count', () => {
  it.each<[string, Certificate, NotCountedReason]>([
    ['its state', certificate('ielts', { state: 'declared', scores: { overall: 6 } }), { kind: 'state-does-not-count', state: 'declared' }],
    ['not yet taken', certificate('ielts', { examDate: isoDate('2026-01-01'), scores: { overall: 6 } }), { kind: 'not-yet-taken', examDate: isoDate('2026-01-01') }],
    ['no table covers it', certificate('topik', { grade: '4', language: 'ko' }), { kind: 'type-in-no-table', type: 'topik' }],
    ['only tables not adopted cover it', certificate('old-abc', { grade: 'C' }), { kind: 'type-in-no-adopted-table', type: 'old-abc', tables: ['cv-6089-2014'] }],
    ['skills missing', certificate('toeic', { scores: { overall: 800, listening: 400 } }), { kind: 'skills-missing', missing: ['reading', 'speaking', 'writing'], table: 'tt-23-2021' }],
    ['score missing', certificate('toefl-ibt'), { kind: 'score-missing', table: 'tt-23-2021' }],
    ['grade missing', certificate('framework', { issuer: 'ulis' }), { kind: 'grade-missing', table: null }],
    ['below the lowest', certificate('ielts', { scores: { overall: 3.5 } }), { kind: 'below-lowest-threshold', clause: 'Phụ lục, Tiếng Anh, IELTS', lowest: 3, threshold: { score: 4 }, table: 'tt-23-2021' }],
    ['issuer not licensed', certificate('framework', { issuer: 'nobody', grade: 'B1' }), { kind: 'issuer-not-licensed', issuer: 'nobody', issuerName: null }],
    ['issuer not on the list', certificate('framework', { issuerName: 'Trung tâm X', grade: 'B1' }), { kind: 'issuer-not-known', issuerName: 'Trung tâm X' }],
  ])('says: %s', (_, it, reason) => {
    expect(reasonOf(it)).toEqual(reason);
  });

  it('says before the first adoption that no table is adopted', () => {
    const ielts = certificate('ielts', { scores: { overall: 6 }, examDate: isoDate('2019-01-01') });
    expect(reasonOf(ielts, '2019-12-31')).toMatchObject({ kind: 'type-in-no-adopted-table' });
  });
});

describe('the explanation and the rows', () => {
  it('agree on the level of any person on any date', () => {
    const anyAdoptions = fc.array(fc.record({ table: fc.constantFrom(...context.tables.map((it) => it.code)), from: anyDay, to: fc.oneof(fc.constant('infinity' as const), anyDay), basis: fc.constant(null) }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(anyCertificate, { maxLength: 6 }), anyDay, anyAdoptions, fc.subarray([...certificateStates]), fc.constantFrom('any', 'en', 'lo'), (certificates, date, chosen, statesThatCount, language) => {
        const adopted = adoptedOn(chosen, date);
        const levels = certificates
          .flatMap((it) => levelRowsOf(it, context))
          .filter((it) => (language === 'any' || it.language === language) && statesThatCount.includes(it.state))
          .filter((it) => (it.equivalence === null || adopted.has(it.equivalence)) && it.validFrom <= date && date < it.validTo)
          .map((it) => it.level);
        const answer = levelOn({ certificates, language, date, adoptions: chosen, statesThatCount, context });
        expect(answer.level).toBe(levels.length === 0 ? null : Math.max(...levels));
        expect(answer.others.length + (answer.because ? 1 : 0)).toBe(certificates.filter((it) => language === 'any' || it.language === language).length);
      }),
      { numRuns: 300 },
    );
  });
});
