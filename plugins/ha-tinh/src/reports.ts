import type { PersonId } from '@saubac/domain/values';
import type { PluginReport } from '@saubac/plugin-api';

import { certificatesIn } from './certificates/certificates.ts';
import { classFigures } from './classes/class-figures.ts';
import type { Config } from './config.ts';
import type { manifest } from './manifest.ts';

type Report = PluginReport<keyof (typeof manifest)['words']['vi'], keyof NonNullable<(typeof manifest)['permissions']>, Config>;

/** Classes that began in the period: a line each, and so by year, with lessons, learners, completions and confirmed levels. */
const laoClasses: Report = {
  title: 'report.classes',
  permission: 'class.read',
  columns: [
    { key: 'year', title: 'column.year', type: 'year' },
    { key: 'class', title: 'column.class', type: 'text' },
    { key: 'programme', title: 'column.programme', type: 'text' },
    { key: 'decision', title: 'column.decision', type: 'text' },
    { key: 'startsOn', title: 'column.startsOn', type: 'date' },
    { key: 'endsOn', title: 'column.endsOn', type: 'date' },
    { key: 'learners', title: 'column.learners', type: 'number' },
    { key: 'lessons', title: 'column.lessons', type: 'number' },
    { key: 'learnerLessons', title: 'column.learnerLessons', type: 'number' },
    { key: 'completions', title: 'column.completions', type: 'number' },
    { key: 'levels', title: 'column.levels', type: 'number' },
  ],
  rows: ({ db }, { from, to }) => classFigures(db, from, to),
};

/** Who completed a course in the period, by name. */
const laoCompletions: Report = {
  title: 'report.completions',
  permission: 'class.read',
  columns: [
    { key: 'number', title: 'column.number', type: 'text' },
    { key: 'name', title: 'column.name', type: 'text' },
    { key: 'unit', title: 'column.unit', type: 'text' },
    { key: 'class', title: 'column.class', type: 'text' },
    { key: 'attended', title: 'column.attended', type: 'number' },
    { key: 'due', title: 'column.due', type: 'number' },
    { key: 'issuedOn', title: 'column.issuedOn', type: 'date' },
    { key: 'decision', title: 'column.decision', type: 'text' },
    { key: 'level', title: 'column.level', type: 'number' },
  ],
  rows: async ({ db, core }, { from, to }) => {
    const rows = await certificatesIn(db, from, to);
    const people = await core.people([...new Set(rows.map((it) => it.row.personId as PersonId))]);
    return rows.map(({ row, className }) => {
      const person = people.get(row.personId as PersonId);
      return {
        number: row.number, name: person?.name ?? null, unit: person?.unit?.name ?? null, class: className, attended: row.attendedLessons, due: row.dueLessons,
        issuedOn: row.issuedOn, decision: row.decisionNumber, level: row.confirmedLevel,
      };
    });
  },
};

export const reports = { laoClasses, laoCompletions };
