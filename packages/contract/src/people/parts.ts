import { z } from '@hono/zod-openapi';
import { certificateStates } from '@saubac/domain/levels';
import { kinds, officeRanks } from '@saubac/domain/people';
import { code, day, id, line, shownDay } from '../frame/index.ts';

const codesOf = <Code extends string>(list: readonly { code: Code }[]): [Code, ...Code[]] => list.map((it) => it.code) as [Code, ...Code[]];

/** What somebody is in the programme. */
export const kind = z.enum(codesOf(kinds));
/** A rank of office; `none`: no office. */
export const officeRank = z.enum(codesOf(officeRanks));
/** A rank of office that somebody may be planned for. */
export const plannedRank = officeRank.exclude(['none']);

/** The reason for a change, kept in the audit. */
export const why = line(500).optional().openapi({ description: 'The reason (the decision), kept in the audit.' });

const sex = z.enum(['female', 'male']);
const precision = z.enum(['day', 'month', 'year']);
const named = z.object({ code: z.string(), name: z.string() });

/** Days that a post or a list is stated for. */
export const statedDays = { from: day, lastDay: day.nullable().default(null).openapi({ description: 'Inclusive; null: no end.' }) };
const shownDays = { from: shownDay, lastDay: shownDay.nullable().openapi({ description: 'Inclusive; null: no end.' }) };

/** A post as it is entered. Null: not known; of a post of the catalogue: none. */
export const postEntry = z
  .object({
    unit: code.openapi({ description: 'Code of the using unit.' }),
    post: code.nullable().default(null).openapi({ description: 'Code of a post of the catalogue.' }),
    kind,
    rank: line(64).nullable().default(null).openapi({ description: 'Civil-service rank or professional grade.' }),
    office: line(300).nullable().default(null).openapi({ description: 'The office held, as it is called.' }),
    officeRank: officeRank.nullable().default(null),
    leader: z.boolean().nullable().default(null),
  })
  .openapi('PostEntry');

const birth = z.object({ date: day, precision: precision.default('day') });

/** Who somebody is, as it is entered. */
export const identity = {
  fullName: line(200),
  birth: birth.nullable().openapi({ description: 'As far as it is known: of a year its 1 January, of a month its first day.' }),
  sex: sex.nullable(),
  ethnicity: line(100).nullable(),
  idNumber: z.string().regex(/^[\d .]{12,20}$/).nullable().openapi({ description: 'The personal identification number, 12 digits.', example: '001085012345' }),
};

const heldPost = {
  main: z.boolean(), unit: named, post: named.nullable(), kind: z.string(), rank: z.string().nullable(), office: z.string().nullable(), officeRank: officeRank.nullable(), leader: z.boolean().nullable(),
};
const shownBirth = z.object({ date: shownDay, precision }).nullable();
const shownNumber = z.string().nullable().openapi({ description: 'Masked but for its last three digits where the caller may not read it.' });

/** Somebody in a list. */
export const listedPerson = z
  .object({
    id, version: z.int(), fullName: z.string(), idNumber: shownNumber, birth: shownBirth, sex: sex.nullable(),
    unit: named, post: named.nullable(), kind: z.string(), rank: z.string().nullable(), office: z.string().nullable(), officeRank: officeRank.nullable(), leader: z.boolean().nullable(),
    levels: z.array(z.object({ language: z.string(), level: z.int() })).openapi({ description: 'The best level of each language on the day, by verified certificates.' }),
  })
  .openapi('ListedPerson');

const score = z.number().nullable();

const filedCertificate = z.object({
  id, version: z.int(), type: z.string(), language: z.string(), number: z.string().nullable(), issuer: z.string().nullable(), examDate: shownDay, expiresOn: shownDay.nullable(),
  scores: z.object({ overall: score, listening: score, reading: score, speaking: score, writing: score }), grade: z.string().nullable(), state: z.enum(certificateStates),
  decision: z.object({ level: z.int(), decidedOn: shownDay, document: z.string() }).nullable(),
  levels: z.array(z.object({ table: z.string().nullable(), level: z.int(), ...shownDays })).openapi({ description: 'By the tables adopted on the day; `table` null: by decision or by its own grade.' }),
});

/** All that is kept of a person. */
export const person = z
  .object({
    id, version: z.int(), fullName: z.string(), birth: shownBirth, sex: sex.nullable(), ethnicity: z.string().nullable(), idNumber: shownNumber,
    user: id.nullable().openapi({ description: 'The account whose own file this is.' }),
    posts: z.array(z.object({ id, ...heldPost, ...shownDays })),
    planned: z.array(z.object({ officeRank: officeRank.nullable(), ...shownDays })),
    trainingList: z.array(z.object(shownDays)),
    certificates: z.array(filedCertificate),
    claims: z.array(z.object({ id, text: z.string(), recordedOn: shownDay })).openapi({ description: 'Languages as somebody wrote them down, not looked into yet.' }),
  })
  .openapi('Person');

/** A change that was saved: of whom, and his version from now on. */
export const savedPerson = z.object({ id, version: z.int() }).openapi('SavedPerson');
