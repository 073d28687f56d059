import { z } from 'zod';
import { amendment, body, cooperation, deadline, report, task } from './duty.ts';
import { cite, elementId, listOf, localText, statement } from './element.ts';
import { basis, convention, definition, phase, planDocument, planPeriod, scope } from './frame.ts';
import { funding, selection, studyForm } from './money.ts';
import { governmentLevels } from './government-level.ts';
import { certificates, subject } from './subject.ts';
import { target } from './target.ts';

/** The version of the plan file's form. A change that an older reader would misunderstand raises it. */
export const planSchemaVersion = 1;

/** A plan as its province wrote it, whole: the file `plan.json` and the document of a plan version. Guide: docs/plan-file.md. */
export const planFile = z
  .strictObject({
    $schema: z.string().optional(),
    schemaVersion: z.literal(planSchemaVersion),
    id: elementId,
    title: localText,
    documents: z.array(planDocument).min(1),
    basis: z.array(basis).min(1),
    period: planPeriod,
    scope,
    /** The headings of the plan in their order. */
    sections: listOf(statement),
    phases: listOf(phase),
    definitions: listOf(definition),
    conventions: listOf(convention),
    principles: listOf(statement),
    objectives: listOf(statement),
    subjects: z.array(subject).min(1),
    exclusions: listOf(subject),
    certificates,
    governmentLevels: governmentLevels.optional(),
    /** Whether a person may stand in several cohorts of one milestone. Rows are never added up either way. */
    cohortsRelation: z.enum(['overlapping', 'disjoint']),
    targets: z.array(target).min(1),
    bodies: listOf(body),
    tasks: listOf(task),
    calendar: listOf(deadline),
    reports: listOf(report),
    funding: funding.default({ statements: [], groups: [], conditions: [] }),
    selection: selection.default({ priorities: [], focus: [] }),
    studyForms: listOf(studyForm),
    cooperation: listOf(cooperation),
    amendments: listOf(amendment),
    closing: listOf(statement),
    recipients: listOf(z.strictObject({ id: elementId, name: localText, cite })),
  })
  .meta({ id: 'PlanFile', title: 'Plan file', description: 'A plan for learning foreign languages, as a province or ministry issued it' });

/** A plan file that was read: lists that were left out are empty, days and goals are branded. */
export type PlanFile = z.output<typeof planFile>;
/** A plan file as it may be written. */
export type PlanFileInput = z.input<typeof planFile>;
