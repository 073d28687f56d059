import { z } from '@hono/zod-openapi';
import { certificateStates } from '@saubac/domain/levels';
import { code, day, id, line, localText, shownDay, shownMoment } from '../frame/index.ts';

const score = z.number().nullable();
const scores = z.object({ overall: score, listening: score, reading: score, speaking: score, writing: score });
const writtenScore = z.number().min(0).max(9_999).nullable().default(null);

/** The reason for an act, kept in the audit. */
export const why = line(500).openapi({ description: 'The reason, kept in the audit.' });

/** What somebody writes down from a certificate. */
export const certificateEntry = z.object({
  type: code.openapi({ description: 'Code of a certificate type.', example: 'ielts' }),
  language: code.nullable().default(null).openapi({ description: 'Null: that of the type.' }),
  number: line(100).nullable().default(null),
  issuer: id.nullable().default(null).openapi({ description: 'An issuer of the list.' }),
  issuerName: line(300).nullable().default(null).openapi({ description: 'The name as printed; one that is on the list becomes that issuer.' }),
  examDate: day,
  expiresOn: day.nullable().default(null).openapi({ description: 'The last day printed on it, inclusive.' }),
  scores: z
    .object({ overall: writtenScore, listening: writtenScore, reading: writtenScore, speaking: writtenScore, writing: writtenScore })
    .default({ overall: null, listening: null, reading: null, speaking: null, writing: null }),
  grade: line(50).nullable().default(null),
});

const decision = z.object({
  framework: z.string(),
  level: z.int(),
  decidedOn: shownDay,
  lastDay: shownDay.nullable().openapi({ description: 'Inclusive; null: no end.' }),
  document: z.string(),
});

const facts = {
  id,
  person: id,
  type: z.string(),
  language: z.string(),
  number: z.string().nullable(),
  issuer: id.nullable(),
  issuerName: z.string().nullable(),
  examDate: shownDay,
  expiresOn: shownDay.nullable(),
  scores,
  grade: z.string().nullable(),
  state: z.enum(certificateStates),
  decision: decision.nullable(),
  version: z.int(),
};

/** A certificate as it stands. */
export const certificate = z.object(facts).openapi('Certificate');

const onTheDay = {
  holder: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }).nullable().openapi({ description: 'Where the holder is on the day, was last, or will be first.' }),
  level: z.int().nullable().openapi({ description: 'The level it gives on the day by the tables adopted, whatever its state.' }),
  levelLastDay: shownDay.nullable().openapi({ description: 'The last day on which it gives that level; null: no end, or no level.' }),
};

/** A certificate of the register. */
export const listedCertificate = z.object({ ...facts, ...onTheDay, enteredBy: z.string().nullable(), enteredAt: shownMoment.nullable() }).openapi('ListedCertificate');

const deed = z.object({ user: id.nullable(), name: z.string().nullable(), at: shownMoment }).nullable();

/** A certificate with all that is kept of it. */
export const certificateInFull = z
  .object({
    ...facts,
    ...onTheDay,
    on: shownDay,
    stateReason: z.string().nullable(),
    entered: deed,
    verified: deed,
    decisionRecorded: deed,
    levels: z
      .array(z.object({ table: z.string().nullable(), level: z.int(), from: shownDay, lastDay: shownDay.nullable(), adopted: z.boolean() }))
      .openapi({ description: 'By every table that speaks of it; `table` null: by decision or by its own grade.' }),
    cannotVerify: localText.nullable().openapi({ description: 'Why the caller himself can’t verify it while it is declared: he entered it, or holds it. Null: nothing but his permissions decides.' }),
    explanation: z.array(localText).openapi({ description: 'Why it gives the level it gives on the day, or none, in sentences.' }),
    files: z.array(z.object({ id, name: z.string(), mediaType: z.string(), size: z.int(), at: shownMoment })),
  })
  .openapi('CertificateInFull');

/** What a certificate that is being written down would be worth. */
export const certificatePreview = z
  .object({
    on: shownDay,
    problems: z.array(z.object({ field: z.string().openapi({ description: 'Path in the entry, `scores.overall`.' }), text: localText })),
    level: z.int().nullable(),
    levelLastDay: shownDay.nullable(),
    explanation: z.array(localText).openapi({ description: 'Empty while there are problems.' }),
  })
  .openapi('CertificatePreview');

/** What a certificate does for a target in which its holder counts. */
export const targetOfCertificate = z
  .object({ plan: z.string(), planVersion: z.int(), target: z.string(), title: localText, reached: z.boolean(), decides: z.boolean().openapi({ description: 'It is this certificate that gives the level for the target.' }) })
  .openapi('TargetOfCertificate');
