import type { PluginSql } from '@saubac/plugin-api';
import { and, asc, eq, gte, lte, ne, sql } from 'drizzle-orm';

import { attendances, certificates, classes, enrolments, programmes, sessions } from '../tables.ts';

type Figures = { year: number; class: string; programme: string; decision: string | null; startsOn: string; endsOn: string; learners: number; lessons: number; learnerLessons: number; completions: number; levels: number };

const learners = sql<number>`(select count(*)::int from ${enrolments} e where e.class_id = ${classes.id} and e.state in ('enrolled', 'official'))`;
const lessons = sql<number>`(select coalesce(sum(s.lessons), 0)::int from ${sessions} s where s.class_id = ${classes.id})`;
const learnerLessons = sql<number>`(select coalesce(sum(s.lessons), 0)::int from ${sessions} s join ${attendances} a on a.session_id = s.id where s.class_id = ${classes.id} and a.mark = 'present')`;
const completed = (condition = sql``) => sql<number>`(select count(*)::int from ${certificates} k join ${enrolments} e on e.id = k.enrolment_id where e.class_id = ${classes.id} ${condition})`;

/** The figures of classes that began in a period, both days inclusive; those only planned are none yet. */
export const classFigures = async (db: PluginSql, from: string, to: string): Promise<Figures[]> =>
  db
    .select({
      year: sql<number>`extract(year from ${classes.startsOn})::int`, class: classes.name, programme: programmes.name, decision: classes.decisionNumber, startsOn: classes.startsOn, endsOn: classes.endsOn,
      learners, lessons, learnerLessons, completions: completed(), levels: completed(sql`and k.confirmed_level is not null`),
    })
    .from(classes)
    .innerJoin(programmes, eq(programmes.id, classes.programmeId))
    .where(and(gte(classes.startsOn, from), lte(classes.startsOn, to), ne(classes.state, 'planned')))
    .orderBy(asc(classes.startsOn), asc(classes.name));
