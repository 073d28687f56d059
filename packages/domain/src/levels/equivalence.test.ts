import { describe, expect, it } from 'vitest';
import { certificate, context, fourSkills, tables } from '@saubac/testing/levels';
import { outcomeByTable } from './equivalence.ts';
import type { TableOutcome } from './equivalence.ts';
import type { Certificate } from './certificate.ts';

const outcomeBy = (code: string, it: Certificate): TableOutcome | undefined => {
  const table = tables.find((one) => one.code === code);
  const type = context.types.get(it.type);
  return table && type && outcomeByTable(table, type, it);
};
const levelBy = (code: string, it: Certificate): number | string | undefined => {
  const outcome = outcomeBy(code, it);
  return outcome?.kind === 'level' ? outcome.level : outcome?.kind;
};
const level = (it: Certificate) => levelBy('tt-23-2021', it);

describe('Circular 23/2021', () => {
  it.each([
    ['ielts', 3.5, 'below-lowest-threshold'], ['ielts', 4, 3], ['ielts', 5, 3], ['ielts', 5.5, 4], ['ielts', 9, 4],
    ['toefl-ibt', 29, 'below-lowest-threshold'], ['toefl-ibt', 30, 3], ['toefl-ibt', 46, 4], ['toefl-ibt', 120, 4],
    ['toefl-itp', 449, 'below-lowest-threshold'], ['toefl-itp', 450, 3], ['toefl-itp', 677, 3],
    ['cambridge', 139, 'below-lowest-threshold'], ['cambridge', 140, 3], ['cambridge', 160, 4], ['tcf', 300, 3], ['tcf', 400, 4],
  ])('gives %s with %d: %s', (type, overall, expected) => {
    expect(level(certificate(type, { scores: { overall } }))).toBe(expected);
  });

  it.each([
    ['delf', 'A2', 'below-lowest-threshold'], ['delf', 'B1', 3], ['delf', 'C1', 4], ['goethe', 'b2', 4], ['testdaf', 'TDN 3', 3], ['testdaf', '4', 4],
    ['hsk', 'HSK 3', 3], ['hsk', 'hsk4', 4], ['hsk', '6', 4], ['hsk', '2', 'below-lowest-threshold'],
    ['jlpt', 'N5', 'below-lowest-threshold'], ['jlpt', 'N4', 3], ['jlpt', 'n3', 4], ['jlpt', 'N1', 4], ['trki', 'ТРКИ-1', 3], ['trki', '3', 4],
  ])('gives %s with grade %s: %s', (type, grade, expected) => {
    expect(level(certificate(type, { grade }))).toBe(expected);
  });

  it('asks all four skills of a TOEIC and takes the weakest', () => {
    expect(level(certificate('toeic', { scores: fourSkills(400, 385, 160, 150) }))).toBe(4);
    expect(level(certificate('toeic', { scores: fourSkills(495, 495, 200, 149) }))).toBe(3);
    expect(level(certificate('toeic', { scores: fourSkills(495, 495, 200, 110) }))).toBe('below-lowest-threshold');
  });

  it('names the skills that are missing', () => {
    const it = certificate('toeic', { scores: { overall: 650, listening: 350, reading: 300 } });
    expect(outcomeBy('tt-23-2021', it)).toEqual({ kind: 'skills-missing', missing: ['speaking', 'writing'] });
  });

  it('takes the grade where the scale score is not known', () => {
    expect(level(certificate('cambridge', { grade: 'B2' }))).toBe(4);
    expect(level(certificate('cambridge', { grade: 'B2', scores: { overall: 150 } }))).toBe(3);
  });

  it('says that a grade cannot be understood', () => {
    expect(level(certificate('jlpt', { grade: 'N9' }))).toBe('grade-not-understood');
  });

  it('is silent about types that it does not name', () => {
    expect(level(certificate('topik', { grade: '4' }))).toBeUndefined();
  });
});

describe('VSTEP', () => {
  it.each([[3.5, 'below-lowest-threshold'], [4, 3], [5.5, 3], [6, 4], [8, 4], [8.5, 5], [10, 5]])('gives VSTEP.3-5 with %d: %s', (overall, expected) => {
    expect(levelBy('vstep', certificate('vstep-3-5', { scores: { overall } }))).toBe(expected);
  });

  it('rounds the mean of the four skills to the nearest half', () => {
    expect(levelBy('vstep', certificate('vstep-3-5', { scores: fourSkills(6, 6, 5.5, 5.5) }))).toBe(4);
    expect(levelBy('vstep', certificate('vstep-3-5', { scores: fourSkills(6, 5.5, 5.5, 5.5) }))).toBe(3);
  });

  it('passes VSTEP.2 at 6.5', () => {
    expect(levelBy('vstep', certificate('vstep-2', { scores: { overall: 6.5 } }))).toBe(2);
    expect(levelBy('vstep', certificate('vstep-2', { scores: { overall: 6 } }))).toBe('below-lowest-threshold');
  });
});

describe('official letter 6089', () => {
  it('contradicts the circular: a TOEIC of 750 is enough, and the old letters have levels', () => {
    expect(levelBy('cv-6089-2014', certificate('toeic', { scores: { overall: 750 } }))).toBe(4);
    expect(levelBy('cv-6089-2014', certificate('toeic', { scores: { listening: 400, reading: 350 } }))).toBe(4);
    expect(['A', 'B', 'C'].map((grade) => levelBy('cv-6089-2014', certificate('old-abc', { grade })))).toEqual([1, 2, 3]);
  });
});
