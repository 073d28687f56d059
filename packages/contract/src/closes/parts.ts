import { z } from '@hono/zod-openapi';
import { changeKinds, closeSets, closeStates } from '@saubac/domain/closes';
import type { Condition } from '@saubac/domain/rules';
import { explanation, figures, planProgress } from '../figures/parts.ts';
import { id, localText, shownDay, shownMoment } from '../frame/index.ts';
import { told } from '../imports/parts.ts';

const by = z.object({ id: id.nullable(), name: z.string(), at: shownMoment });
const digest = z.string();
const counted = z.object({ count: z.int(), digest });
const basis = z.string().nullable();

const rules = z
  .object({
    tables: z.array(z.object({ code: z.string(), from: shownDay, basis, digest })),
    validity: z.array(z.object({ type: z.string(), months: z.int().nullable(), from: shownDay, basis })),
    proofs: z.array(z.object({ type: z.string(), from: shownDay, basis })),
    decisions: counted,
    licences: counted,
    plugins: z.array(z.object({ id: z.string(), version: z.string() })),
  })
  .openapi('RulesThen', { description: 'The rules about levels that were in force on the cut-off date.' });

/** What is not settled on a date, as numbers. */
export const openProblems = z
  .object({ unverifiedCertificates: z.int(), openImports: z.int(), openLanguageClaims: z.int(), peopleWithoutUnit: z.int(), birthDatesMissing: z.int() })
  .openapi('OpenProblems', { description: 'What is not settled and may change the figures later.' });

/** A close as it stands. */
export const close = z
  .object({
    id,
    period: z.string().openapi({ example: '2025-H1' }),
    from: shownDay,
    to: shownDay,
    cutOff: shownDay,
    number: z.int().openapi({ description: 'The version of the period: 1, and one more with each correction.' }),
    corrects: id.nullable(),
    reason: z.string().nullable(),
    state: z.enum(closeStates),
    progress: z.object({ done: z.int(), of: z.int().nullable() }),
    failure: told.nullable(),
    prepared: by,
    approved: by.nullable(),
    data: z.object({ position: z.int(), digest, takenAt: shownMoment }).nullable().openapi({ description: 'The state of the data that was read: the head of the audit then.' }),
    rules: rules.nullable(),
    rulesDigest: digest.nullable(),
    problems: openProblems.nullable(),
    digest: digest.nullable().openapi({ description: 'Of everything frozen: what was signed.' }),
    anchor: z.object({ position: z.int(), digest }).nullable(),
    version: z.int(),
    createdAt: shownMoment,
    endedAt: shownMoment.nullable(),
  })
  .openapi('Close');

/** What a close would freeze. */
export const closePreview = z
  .object({
    period: z.string(), from: shownDay, to: shownDay, cutOff: shownDay,
    plans: z.array(z.object({ plan: z.string(), version: z.int() })),
    targets: z.array(planProgress),
    problems: openProblems,
    standing: close.nullable().openapi({ description: 'The version of the period that stands now.' }),
  })
  .openapi('ClosePreview');

/** The figures of a close. */
export const closeFigures = z
  .object({ close, plans: z.array(z.object({ plan: z.string(), planVersion: z.int(), people: z.int().nullable() })), targets: z.array(planProgress) })
  .openapi('CloseFigures');

const unit = z.object({ code: z.string(), name: z.string() });

/** One target of a close unit by unit. */
export const closeByUnit = z
  .object({
    plan: z.string(), planVersion: z.int(), target: z.string(), title: localText, unit: unit.nullable(), total: figures, own: figures.nullable(),
    units: z.array(unit.extend({ hasUnits: z.boolean(), progress: figures })),
  })
  .openapi('CloseByUnit');

/** The sets of people of a target. */
export const closeSet = z.enum(closeSets);

const fullName = z.string().nullable().openapi({ description: 'The name of now; null: the file is gone.' });
const mergedInto = id.nullable().openapi({ description: 'The record that stayed, where this one was found to be the same person.' });
const certificate = z.object({ id, now: z.object({ id, type: z.string(), language: z.string(), examDate: shownDay, state: z.string() }).nullable() }).nullable();
const level = z.int().openapi({ description: '0: none.' });

/** Somebody behind a figure of a close. */
export const personThen = z
  .object({
    id, fullName, mergedInto, unit, reached: z.boolean(), focus: z.boolean(), level, certificate,
    reason: z.array(z.object({ condition: z.custom<Condition>().openapi({ type: 'object' }), held: z.boolean().nullable() })),
    sentence: z.string(),
  })
  .openapi('PersonThen');

const element = z.object({ id: z.string(), title: localText, cite: z.object({ document: z.string(), clause: z.string(), quote: z.string(), wording: z.literal('summary').optional() }), explanation });

/** Why somebody counted then. */
export const explanationThen = z
  .object({
    person: z.object({ id, fullName, mergedInto }), plan: z.string(), planVersion: z.int(), target: z.string(), title: localText, on: shownDay, unit, counts: z.boolean(), reached: z.boolean(), focus: z.boolean(), level, certificate,
    rules: z.object({ subjects: z.array(element), exclusions: z.array(element), cohort: explanation, reachedWhen: explanation, extra: explanation.nullable(), focus: explanation.nullable() }),
    lines: z.array(z.string()).openapi({ description: 'The rules and how they came out in words, in the language of the request; indented lines belong to the one above them.' }),
  })
  .openapi('ExplanationThen');

/** The kinds of change between two closes. */
export const changeKind = z.enum(changeKinds);

const changes = z.object({ entered: z.int(), left: z.int(), gained: z.int(), lost: z.int() });

/** Two closes side by side. */
export const closeComparison = z
  .object({
    before: close, after: close,
    targets: z.array(z.object({ target: z.string(), title: localText, counts: changes, units: z.array(unit.extend({ counts: changes })) })),
    onlyBefore: z.array(z.string()), onlyAfter: z.array(z.string()),
  })
  .openapi('CloseComparison');

/** Somebody whom two closes count differently. */
export const changedPerson = z.object({ id, fullName, mergedInto, kind: changeKind, unit, causes: z.array(z.object({ kind: z.string(), facts: z.array(z.string()).optional() })), sentence: z.string() }).openapi('ChangedPerson');

/** The course of a target. */
export const trend = z
  .object({
    target: z.string(), title: localText, unit: z.string().nullable(),
    points: z.array(
      z.object({
        on: shownDay,
        source: z.enum(['close', 'computed']).openapi({ description: 'As it was signed, or computed on the day from what is recorded now.' }),
        close: z.object({ id, period: z.object({ from: shownDay, to: shownDay }), number: z.int() }).nullable(),
        planVersion: z.int(),
        progress: figures,
      }),
    ),
  })
  .openapi('TargetTrend');
