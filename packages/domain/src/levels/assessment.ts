import { frameworkTypeCode } from './certificate.ts';
import type { Certificate, CertificateType } from './certificate.ts';
import { outcomeByTable } from './equivalence.ts';
import type { TableOutcome, Threshold } from './equivalence.ts';
import type { EquivalenceTable } from './equivalence-table.ts';
import { levelOfGrade } from './framework.ts';
import type { Framework } from './framework.ts';
import { issuerRefusal } from './issuer.ts';
import type { IssuerLicence, IssuerRefusal } from './issuer.ts';
import { periodOf } from './validity.ts';
import type { ValidityRule } from './validity.ts';
import type { OpenEnd } from './period.ts';
import type { IsoDate } from '../values/index.ts';

/** All that a tenant and the law hold about levels, apart from which tables count on which day. */
export type LevelContext = {
  framework: Framework;
  types: ReadonlyMap<string, CertificateType>;
  tables: readonly EquivalenceTable[];
  validity: readonly ValidityRule[];
  licences: readonly IssuerLicence[];
};

/** What gives a certificate its level. */
export type LevelBasis =
  | { kind: 'table'; table: string; clause: string; threshold: Threshold }
  | { kind: 'decision'; document: string; decidedOn: IsoDate }
  | { kind: 'own-grade'; framework: string; grade: string };

/** One way in which a certificate has a level, or would have had one. `table` is null where no table is needed. */
export type Reading =
  | { table: string | null; kind: 'level'; level: number; basis: LevelBasis }
  | { table: string | null; kind: 'none'; why: Exclude<TableOutcome, { kind: 'level' }> | { kind: 'level-not-in-framework'; level: number } };

/** Everything that can be said of one certificate without knowing the date of the question. */
export type Assessment = {
  certificate: Certificate;
  from: IsoDate;
  to: OpenEnd;
  refusal: IssuerRefusal | { kind: 'type-not-known'; type: string } | undefined;
  readings: readonly Reading[];
};

const byDecision = (certificate: Certificate, { framework }: LevelContext): Reading | undefined => {
  const { decision } = certificate;
  if (!decision) return undefined;
  const exists = decision.framework === framework.code && framework.levels.some((it) => it.level === decision.level);
  if (!exists) return { table: null, kind: 'none', why: { kind: 'level-not-in-framework', level: decision.level } };
  return { table: null, kind: 'level', level: decision.level, basis: { kind: 'decision', document: decision.document, decidedOn: decision.decidedOn } };
};

const byOwnGrade = (certificate: Certificate, { framework }: LevelContext): Reading => {
  const { grade } = certificate;
  if (grade === null) return { table: null, kind: 'none', why: { kind: 'grade-missing' } };
  const level = levelOfGrade(framework, grade, certificate.examDate);
  if (!level) return { table: null, kind: 'none', why: { kind: 'grade-not-understood', grade } };
  return { table: null, kind: 'level', level: level.level, basis: { kind: 'own-grade', framework: framework.code, grade: level.code } };
};

const byTable = (table: EquivalenceTable, type: CertificateType, certificate: Certificate): Reading[] => {
  const outcome = outcomeByTable(table, type, certificate);
  if (!outcome) return [];
  if (outcome.kind !== 'level') return [{ table: table.code, kind: 'none', why: outcome }];
  const { level, clause, threshold } = outcome;
  return [{ table: table.code, kind: 'level', level, basis: { kind: 'table', table: table.code, clause, threshold } }];
};

const readingsOf = (certificate: Certificate, type: CertificateType, context: LevelContext): Reading[] => {
  const decided = byDecision(certificate, context);
  if (decided) return [decided];
  if (type.code === frameworkTypeCode) return [byOwnGrade(certificate, context)];
  return context.tables.filter((it) => it.framework === context.framework.code).flatMap((it) => byTable(it, type, certificate));
};

/**
 * Reads a certificate by every table that speaks of its type. A decision on it replaces all tables; a certificate of the framework
 * itself needs none. The issuer's licence comes before both.
 */
export const assess = (certificate: Certificate, context: LevelContext): Assessment => {
  const type = context.types.get(certificate.type);
  const period = periodOf(certificate, context.validity);
  if (!type) return { certificate, ...period, refusal: { kind: 'type-not-known', type: certificate.type }, readings: [] };
  return { certificate, ...period, refusal: issuerRefusal(certificate, type, context.licences), readings: readingsOf(certificate, type, context) };
};
