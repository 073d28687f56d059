import * as fc from 'fast-check';
import { certificateStates } from '@saubac/domain/levels';
import type { Certificate, CertificateType } from '@saubac/domain/levels';
import { addDays, isoDate } from '@saubac/domain/values';
import type { IsoDate } from '@saubac/domain/values';
import { certificate, certificateTypes, defaultSettings } from './reference.ts';

/** Any day of the years 2014 to 2031. */
export const anyDay: fc.Arbitrary<IsoDate> = fc.nat({ max: 6_500 }).map((days) => addDays(isoDate('2014-01-01'), days));

const or = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: null });
const halves = (max: number) => fc.nat({ max: max * 2 }).map((it) => it / 2);
const anyScore = fc.oneof(halves(10), fc.integer({ min: 0, max: 990 }));
const anyGrade = (type: CertificateType) => or(fc.oneof(fc.constantFrom('B1', '3', 'level 4', '?', ...type.grades), fc.constantFrom('N3', 'C2', 'HSK 4')));
const anyDecision = fc.record({
  framework: fc.constant('vn-6'),
  level: fc.integer({ min: 0, max: 6 }),
  decidedOn: anyDay,
  validTo: fc.oneof(fc.constant('infinity' as const), anyDay),
  document: fc.constant('1/2024'),
});
const anyIssuer = fc.constantFrom('nobody', ...defaultSettings.issuers.map((it) => it.code));

/** Any certificate of the types that ship, sensible or not. */
export const anyCertificate: fc.Arbitrary<Certificate> = fc.constantFrom(...certificateTypes).chain((type) =>
  fc
    .record({
      language: type.language === null ? fc.constantFrom('en', 'fr', 'lo') : fc.constant(type.language),
      examDate: anyDay,
      expiresOn: or(anyDay),
      issuer: or(anyIssuer),
      grade: anyGrade(type),
      state: fc.constantFrom(...certificateStates),
      decision: fc.option(anyDecision, { nil: null, freq: 6 }),
      scores: fc.record({ overall: or(anyScore), listening: or(anyScore), reading: or(anyScore), speaking: or(anyScore), writing: or(anyScore) }),
    })
    .map((it) => certificate(type.code, it)),
);
