import { z } from 'zod';
import { rule } from '../rules/index.ts';
import { elementShape, listOf, statement } from './element.ts';

const sourceKind = z.enum(['state-budget', 'agency-funds', 'unit-finance', 'learner', 'sponsor', 'other-lawful']);

/** A source of money that a group may use. `decentralised`: at the level of budget that decentralisation names. */
const source = z
  .strictObject({ ...elementShape, kind: sourceKind, decentralised: z.boolean().default(false) })
  .meta({ id: 'FundingSource', description: 'A source of money' });

/** The people of a group, what pays for them and what must not. */
const fundingGroup = z
  .strictObject({ ...elementShape, who: rule, sources: z.array(source).min(1), excluded: listOf(source) })
  .meta({ id: 'FundingGroup', description: 'Who is paid for from which sources, and from which never' });

/** What must hold before money is paid; all conditions together. */
const condition = z
  .union([
    z.strictObject({ ...elementShape, requires: z.literal('rule'), rule }),
    z.strictObject({ ...elementShape, requires: z.enum(['within-quota', 'certificate-in-hand']) }),
  ])
  .meta({ id: 'FundingCondition', description: 'A condition of payment: a rule over the person, a place within the quota, or the certificate in hand' });

export const funding = z.strictObject({
  statements: listOf(statement),
  groups: listOf(fundingGroup),
  conditions: listOf(condition),
});

/** What a nomination or a person is preferred for: an attribute of the nomination, or a rule over the person. */
const preference = z.union([
  z.strictObject({ attribute: z.enum(['study-outside-office-hours', 'socialised-funds']) }),
  z.strictObject({ rule }),
]);

/** In which order people are sent to train; the first priority first. */
export const selection = z.strictObject({
  priorities: listOf(z.strictObject({ ...elementShape, prefers: preference }).meta({ id: 'Priority', description: 'Who goes first' })),
  focus: listOf(z.strictObject({ ...elementShape, rule }).meta({ id: 'SelectionFocus', description: 'Whom sending attends to' })),
});

/** A way of studying that the plan allows or encourages. */
export const studyForm = z
  .strictObject({ ...elementShape, form: z.enum(['in-class', 'outside-office-hours', 'online', 'second-degree', 'distance', 'degree', 'abroad', 'combined']) })
  .meta({ id: 'StudyForm', description: 'A way of studying' });
