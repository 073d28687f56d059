import type { Certificate, CertificateState, OpenEnd } from '@saubac/domain/levels';
import type { CertificateId, IsoDate, PersonId, UnitScope, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { personInside } from '../access/index.ts';
import { peopleIdsInside, unitOfPerson } from '../people/index.ts';
import { covers, day, whole } from '../rules/index.ts';
import type { TenantDb } from '../tenancy/index.ts';
import { escapedLike } from '../units/index.ts';
import { type CertificateRow, certificateColumns, certificateJoins, certificateOf } from './certificates.ts';

/** Which certificates of the register are asked for; what is absent narrows nothing. */
export type CertificateFilter = {
  person?: PersonId | undefined;
  /** Units of holders on the date, besides those that the caller may see. */
  units?: UnitScope | undefined;
  state?: CertificateState | undefined;
  type?: string | undefined;
  language?: string | undefined;
  /** The level it gives on the date by the tables adopted, whatever its state. */
  level?: number | undefined;
  /** It still counts on the date and no longer on this day. */
  expiringBefore?: IsoDate | undefined;
  /** Whether a decision gives its level. */
  decided?: boolean | undefined;
  /** An issuer of the tenant's list. */
  issuer?: string | undefined;
  /** Words of which each begins a word of the holder's name, folded as `nameSearch` folds. */
  words?: readonly string[] | undefined;
  /** Entered or last corrected by this account, or by anybody else. */
  entered?: { by: UserId; not: boolean } | undefined;
};

/** `oldestFirst`: in the order in which they were entered, as a queue is worked through; else the last entered first. */
export type CertificatePage = { on: IsoDate; filter: CertificateFilter; after: CertificateId | null; limit: number; total: boolean; oldestFirst?: boolean | undefined };

/** A certificate of the register with its holder, where he is on the date, and the level it gives then. `until`: first day on which it does no longer. */
export type ListedCertificate = Certificate & {
  holder: string;
  unit: { code: string; name: string } | null;
  level: number | null;
  until: OpenEnd | null;
  version: number;
  enteredLabel: string | null;
  enteredAt: string | null;
};

const counting = (on: IsoDate): SQL => sql`
  l.certificate_id = c.id and ${covers('l', on)} and (l.equivalence_code is null or l.equivalence_code in (select y.table_code from equivalence_adoptions y where ${covers('y', on)}))`;

/** Whom the caller may see and whom the filter names, each as an array that is computed once for the page and the number. */
const peopleSets = (scopes: readonly (UnitScope | undefined)[], on: IsoDate): { ctes: SQL; tests: SQL[] } => {
  const sets = scopes.flatMap((it) => (it?.kind === 'subtrees' ? [it] : []));
  const ctes = sets.map((it, index) => sql`${sql.raw(`people_${index}`)} as materialized (select ${peopleIdsInside(it, on)} as ids)`);
  return {
    ctes: ctes.length === 0 ? sql`` : sql`with ${sql.join(ctes, sql`, `)}`,
    tests: sets.map((_, index) => sql`c.person_id = any((select ids from ${sql.raw(`people_${index}`)})::uuid[])`),
  };
};

const tests = ({ person, state, type, language, level, expiringBefore, decided, issuer, words, entered }: CertificateFilter, on: IsoDate): (SQL | undefined)[] => [
  person && sql`c.person_id = ${person}::uuid`,
  state && sql`c.state = ${state}`,
  type === undefined ? undefined : sql`c.type_code = ${type}`,
  language === undefined ? undefined : sql`c.language_code = ${language}`,
  level === undefined ? undefined : sql`(select max(l.level) from certificate_levels l where ${counting(on)}) = ${whole(level)}`,
  expiringBefore && sql`exists (select 1 from certificate_levels l where l.certificate_id = c.id and l.valid_to > ${day(on)} and l.valid_to <= ${day(expiringBefore)})`,
  decided === undefined ? undefined : sql`${sql.raw(decided ? '' : 'not ')}exists (select 1 from level_decisions x where x.certificate_id = c.id)`,
  issuer === undefined ? undefined : sql`c.issuer_id = ${issuer}::uuid`,
  words === undefined || words.length === 0 ? undefined : sql`exists (select 1 from people p where p.id = c.person_id and ${sql.join(words.map((word) => sql`(' ' || p.name_search) like ${`% ${escapedLike(word)}%`}`), sql` and `)})`,
  entered && sql`c.entered_by is ${sql.raw(entered.not ? '' : 'not ')}distinct from ${entered.by}::uuid`,
];

const unitNamed = (on: IsoDate): SQL => sql`
  left join lateral (
    select u.code, v.name from units u join unit_versions v on v.unit_id = u.id where u.id = ${unitOfPerson(sql`c.person_id`, on)} order by v.valid @> ${day(on)} desc, v.valid desc limit 1) w on true`;

const levelGiven = (on: IsoDate): SQL => sql`
  left join lateral (select l.level, l.valid_to from certificate_levels l where ${counting(on)} order by l.level desc, l.valid_to desc limit 1) g on true`;

const shownColumns = sql.raw(`c.version, p.full_name as holder, case when w.code is not null then jsonb_build_object('code', w.code, 'name', w.name) end as unit, g.level, g.valid_to::text as until,
  c.entered_label as "enteredLabel", to_char(c.entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "enteredAt"`);

type ListedRow = CertificateRow & Omit<ListedCertificate, keyof Certificate>;

/** A page of the register, last entered first, of holders whom the scope lets be seen on the date; the number of all of them if it is asked for. */
export const listCertificates = async (db: TenantDb, scope: UnitScope, { on, filter, after, limit, total, oldestFirst = false }: CertificatePage): Promise<{ rows: ListedCertificate[]; total: number | null }> => {
  const people = peopleSets([scope, filter.units], on);
  const all = sql.join([sql`true`, ...people.tests, ...tests(filter, on).filter((it) => it !== undefined)], sql` and `);
  const page = after === null ? all : sql`${all} and c.id ${sql.raw(oldestFirst ? '>' : '<')} ${after}::uuid`;
  const order = sql.raw(oldestFirst ? 'asc' : 'desc');
  const count = total ? sql`(select count(*)::int from certificates c where ${all})` : sql`null::int`;
  // The number stands beside the page, not in its rows: a list without a row on this page has one too.
  const rows = await db.execute<ListedRow & { all: number | null; id: CertificateId | null }>(sql`
    ${people.ctes} select n.all, x.* from (select ${count} as all) n left join (
      select ${certificateColumns}, ${shownColumns}
      from (select * from certificates c where ${page} order by c.id ${order} limit ${whole(limit)}) c
      join people p on p.id = c.person_id ${certificateJoins} ${unitNamed(on)} ${levelGiven(on)}
    ) x on true order by x.id ${order}`);
  return { rows: rows.flatMap(({ all: _, ...row }) => (row.id === null ? [] : [certificateOf(row)])), total: rows[0]?.all ?? null };
};

/** Who did something, and when. */
export type Deed = { by: UserId | null; label: string | null; at: string };

/** All that is kept of a certificate. `levels`: by every table that ships, `adopted` those that the tenant has adopted on the date. */
export type ShownCertificate = ListedCertificate & {
  stateReason: string | null;
  entered: Deed | null;
  verified: Deed | null;
  decisionRecorded: Deed | null;
  levels: { table: string | null; level: number; from: IsoDate; to: OpenEnd; adopted: boolean }[];
  files: { id: string; name: string; mediaType: string; size: number; at: string }[];
  /** The account of the person whose certificate it is. */
  holderAccount: UserId | null;
  rules: number;
};

const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const deed = (by: string, label: string, at: string): string => `case when ${at} is not null then jsonb_build_object('by', ${by}, 'label', ${label}, 'at', ${moment(at)}) end`;

const deeds = sql.raw(`c.state_reason as "stateReason", p.user_id as "holderAccount", ${deed('c.entered_by', 'c.entered_label', 'c.entered_at')} as entered, ${deed('c.verified_by', 'c.verified_label', 'c.verified_at')} as verified,
  ${deed('d.recorded_by', 'd.recorded_label', 'd.recorded_at')} as "decisionRecorded",
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.original_name, 'mediaType', f.media_type, 'size', f.size, 'at', ${moment('f.created_at')}) order by f.created_at, f.id), '[]')
   from files f where f.certificate_id = c.id and f.deleted_at is null) as files`);

const everyLevel = (on: IsoDate): SQL => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('table', l.equivalence_code, 'level', l.level, 'from', l.valid_from, 'to', l.valid_to,
     'adopted', l.equivalence_code is null or exists (select 1 from equivalence_adoptions y where y.table_code = l.equivalence_code and ${covers('y', on)})) order by l.equivalence_code nulls first), '[]')
   from certificate_levels l where l.certificate_id = c.id) as levels`;

/** A certificate with all that is kept of it, if the scope lets its holder be seen on the date. `rules`: the version of the rules that gave it its levels. */
export const showCertificate = async (db: TenantDb, scope: UnitScope, id: CertificateId, on: IsoDate): Promise<ShownCertificate | undefined> => {
  const [row] = await db.execute<CertificateRow & Omit<ShownCertificate, keyof Certificate>>(sql`
    select ${certificateColumns}, ${shownColumns}, ${deeds}, ${everyLevel(on)}, (select version from level_head) as rules
    from certificates c join people p on p.id = c.person_id ${certificateJoins} ${unitNamed(on)} ${levelGiven(on)}
    where c.id = ${id}::uuid and ${personInside(sql`c.person_id`, scope, on)}`);
  return row && certificateOf(row);
};
