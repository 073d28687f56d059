import type { Rule } from '@saubac/domain/rules';
import { type IsoDate, isoDate, share, type Share } from '@saubac/domain/values';

type ShareMeasure = { kind: 'share'; goal: Share };
type EvidenceMeasure = { kind: 'evidence' };

/**
 * The measure of a target with a percentage, in basis points.
 *
 * @example
 * goal(6000); // 60 %
 */
export const goal = (basisPoints: number): ShareMeasure => ({ kind: 'share', goal: share(basisPoints) });

/**
 * The measure of a target without a percentage: a document in force meets it.
 *
 * @example
 * evidence();
 */
export const evidence = (): EvidenceMeasure => ({ kind: 'evidence' });

/** Where a target is written down. */
export type Basis = { document: string; clause: string };

type Common<Key extends string> = { id: string; title: Key; basis: Basis };
type Counted = { measure: ShareMeasure; cohort: Rule; reachedWhen: Rule; focus?: Rule };
type ByEvidence = { measure: EvidenceMeasure; cohort?: Rule; reachedWhen?: Rule };

/** A target as its plugin wrote it. `Key` is the word of its title. */
export type PluginTarget<Key extends string = string> = Common<Key> & { milestone: IsoDate } & (Counted | ByEvidence);

/**
 * Offers a target as a template for plans. Its rules may name facts of the core and of the same plugin. Throws if the milestone is no day.
 *
 * @example
 * defineTarget({
 *   id: 'on-duty-level-3',
 *   title: 'target.onDuty',
 *   basis: { document: 'resolution-12', clause: 'Điều 3' },
 *   milestone: '2030-12-31',
 *   measure: goal(5000),
 *   cohort: facts.onDuty.isTrue(),
 *   reachedWhen: level('any').atLeast(3),
 * });
 */
export const defineTarget = <const Key extends string>(target: Common<Key> & { milestone: string } & (Counted | ByEvidence)): PluginTarget<Key> => ({
  ...target,
  milestone: isoDate(target.milestone),
});
