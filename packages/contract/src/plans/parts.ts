import { z } from '@hono/zod-openapi';
import { draftStates, type PlanValue } from '@saubac/domain/plan';
import { id, localText, shownDay, shownMoment } from '../frame/index.ts';
import { progressFigures } from '../figures/parts.ts';

/** A plan file as JSON; its form is told by the JSON schema that ships with the product. */
export const planDocument = z.record(z.string(), z.unknown()).openapi('PlanDocument', { description: 'A plan file. Its form: `deploy/schemas/plan.schema.json`, guide: `docs/plan-file.md`.' });

/** What is wrong in a plan or a rule: where, what, and what to do. */
export const planFault = z
  .object({
    path: z.string().openapi({ example: 'targets[3].cohort.all[0].fact' }),
    pointer: z.string().openapi({ description: 'The same place as a JSON pointer.', example: '/targets/3/cohort/all/0/fact' }),
    code: z.string(),
    text: z.object({ vi: z.string(), en: z.string() }),
  })
  .openapi('PlanFault');

/** A plan version in the list. */
export const planVersion = z
  .object({
    number: z.int(),
    plan: z.string().openapi({ description: 'The id that all versions of a plan share.' }),
    title: localText,
    inForceFrom: shownDay,
    lastDay: shownDay.nullable().openapi({ description: 'The day before the next version begins; null for the last one.' }),
    units: z.array(z.string()).nullable().openapi({ description: 'Codes of the units it is for, with all below them; null: the whole tenant.' }),
    targets: z.int(),
    digest: z.string(),
    inForce: z.boolean().openapi({ description: 'Whether it rules today.' }),
    withdrawn: z.boolean(),
    putInForce: z.object({ label: z.string(), at: shownMoment }).nullable().openapi({ description: 'By whom, and when.' }),
  })
  .openapi('PlanVersion');

/** A plan version, whole. */
export const wholePlanVersion = planVersion.extend({ document: planDocument }).openapi('WholePlanVersion');

const value = z
  .custom<PlanValue>()
  .openapi({ type: 'object', description: 'A value told apart by `as`: rule, text, share (basis points), word, number, flag, list, other.' })
  .nullable();

/** One difference between two plans. */
export const planChange = z
  .object({
    kind: z.enum(['added', 'removed', 'moved', 'changed']),
    section: z.string(),
    id: z.string().nullable(),
    title: localText.nullable(),
    field: z.string().optional(),
    before: value.optional(),
    after: value.optional(),
    from: z.int().optional(),
    to: z.int().optional(),
    sentence: z.string().openapi({ description: 'The change in words, in the language of the request.' }),
  })
  .openapi('PlanChange');

const act = z.object({ by: id.nullable(), label: z.string(), at: shownMoment });

/** A draft in the list. */
export const listedDraft = z
  .object({
    id,
    plan: z.string().nullable().openapi({ description: 'The id that the document gives its plan; null while it has none.' }),
    title: z.string().nullable(),
    note: z.string().nullable(),
    basedOn: z.int().nullable().openapi({ description: 'The version it began with.' }),
    state: z.enum(draftStates),
    became: z.int().nullable().openapi({ description: 'The version it was put in force as.' }),
    from: shownDay.nullable().openapi({ description: 'The first day it is to rule; set when it is handed in.' }),
    case: z
      .object({ id, state: z.string().openapi({ example: 'waiting-check' }), version: z.int(), dueOn: shownDay.nullable(), closed: z.boolean() })
      .nullable()
      .openapi({ description: 'Where it stands on its way to be in force; null while it was never handed in.' }),
    created: act,
    changed: act,
    version: z.int().openapi({ description: 'Rises with every change; the ETag, for If-Match.' }),
  })
  .openapi('ListedPlanDraft');

/** A draft, whole. */
export const planDraft = listedDraft.omit({ title: true }).extend({ document: planDocument }).openapi('PlanDraft');

/** One target by the version in force and by the draft. */
export const targetEffect = z
  .object({ target: z.string(), title: localText, before: progressFigures.nullable(), after: progressFigures.nullable() })
  .openapi('TargetEffect');
