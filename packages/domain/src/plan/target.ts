import { z } from 'zod';
import { rule } from '../rules/index.ts';
import { share } from '../values/index.ts';
import { cite, day, elementId, elementShape, localText, reading } from './element.ts';

/** A goal in basis points: 2500 is 25 %. */
const goal = z.int().min(1).max(10_000).transform(share).meta({ id: 'Goal', description: 'Basis points: 2500 is 25 %' });

/** A part of the cohort the plan asks to attend to. It is shown beside the target and changes neither denominator nor numerator. */
const focus = z.strictObject({ title: localText, rule, cite: cite.optional(), reading: reading.optional() });

/** A second condition that the clause adds to the level, counted beside it. */
const extra = z.strictObject({ id: elementId, title: localText, rule, cite: cite.optional(), reading: reading.optional() });

/** The row of the national plan that a target answers. */
const nationalRow = elementId.optional();

/** A share of people. Denominator: subjects ∧ cohort ∧ ¬exclusions ∧ present; numerator: those of them who meet `reachedWhen`. */
export const shareTarget = z
  .strictObject({
    ...elementShape,
    milestone: day,
    measure: z.strictObject({ kind: z.literal('share'), goal }),
    cohort: rule,
    focus: focus.optional(),
    reachedWhen: rule,
    extra: extra.optional(),
    nationalRow,
  })
  .meta({ id: 'ShareTarget', description: 'A target with a percentage' });
export type ShareTarget = z.output<typeof shareTarget>;

/** A target without a percentage, met by documents. */
export const evidenceTarget = z
  .strictObject({
    ...elementShape,
    milestone: day,
    measure: z.strictObject({ kind: z.literal('evidence'), proofs: z.array(localText).min(1) }),
    nationalRow,
  })
  .meta({ id: 'EvidenceTarget', description: 'A target without a percentage, met by documents' });
export type EvidenceTarget = z.output<typeof evidenceTarget>;

export const target = z.union([shareTarget, evidenceTarget]);
export type Target = ShareTarget | EvidenceTarget;

/** Whether a target has a percentage. */
export const isShareTarget = (it: Target): it is ShareTarget => it.measure.kind === 'share';
