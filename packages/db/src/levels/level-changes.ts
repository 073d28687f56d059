import type { CertificateId, IsoDate, PersonId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/** How many people go from one level to another in a language; null: no level. */
export type LevelMove = { before: number | null; after: number | null; people: number };

/** How many people in all change a level, by old and new level, and a digest of who, from what to what and when. */
export type LevelChanges = { people: number; moves: LevelMove[]; digest: string };

/** The certificate that gives a level. */
export type DecidingCertificate = { id: CertificateId; type: string; examDate: IsoDate };

/** Somebody whose level in a language is another from a day on. */
export type LevelChange = {
  person: { id: PersonId; fullName: string };
  nameSort: string;
  language: string;
  since: IsoDate;
  before: { level: number; certificate: DecidingCertificate } | null;
  after: { level: number; certificate: DecidingCertificate } | null;
};

/** Where the next page of changes begins. */
export type LevelChangeCursor = { nameSort: string; id: string; language: string };

/** Sums up what `findLevelChanges` found in this transaction. */
export const sumLevelChanges = async (tx: TenantSql): Promise<LevelChanges> => {
  const [row] = await tx.execute<LevelChanges>(sql`
    select (select count(distinct person_id)::int from level_changes) as people,
           (select coalesce(jsonb_agg(to_jsonb(m)), '[]') from (
              select level_before as before, level_after as after, count(*)::int as people from level_changes group by 1, 2 order by 1 nulls first, 2 nulls first) m) as moves,
           (select encode(sha256(convert_to(coalesce(string_agg(
              person_id || '|' || language_code || '|' || since || '|' || coalesce(level_before::text, '-') || '|' || coalesce(level_after::text, '-'), E'\\n' order by person_id, language_code), ''), 'UTF8')), 'hex')
            from level_changes) as digest`);
  return row ?? { people: 0, moves: [], digest: '' };
};

const certificate = (side: 'before' | 'after') => sql.raw(`
  case when c.level_${side} is not null then jsonb_build_object('level', c.level_${side}, 'certificate',
    (select jsonb_build_object('id', k.id, 'type', k.type_code, 'examDate', k.exam_date) from certificates k where k.id = c.certificate_${side})) end as ${side}`);

/** A page of what `findLevelChanges` found in this transaction, in the order of names. */
export const levelChangesPage = async (tx: TenantSql, { after, limit }: { after: LevelChangeCursor | null; limit: number }): Promise<LevelChange[]> => {
  const beyond = after ? sql`where (p.name_sort, p.id, c.language_code) > (${after.nameSort}, ${after.id}::uuid, ${after.language})` : sql``;
  const rows = await tx.execute<Omit<LevelChange, 'person'> & { id: PersonId; fullName: string }>(sql`
    select p.id, p.full_name as "fullName", p.name_sort as "nameSort", c.language_code as language, c.since::text as since, ${certificate('before')}, ${certificate('after')}
    from level_changes c join people p on p.id = c.person_id ${beyond} order by p.name_sort, p.id, c.language_code limit ${limit}`);
  return rows.map(({ id, fullName, ...it }) => ({ person: { id, fullName }, ...it }));
};
