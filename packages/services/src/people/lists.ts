import { listForTraining, type OfficeRankCode, officeRankPositions, planForOffice } from '@saubac/domain/people';
import type { Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { type CareerFailure, editCareer } from './edit-career.ts';
import type { Edit, Saved } from './person-in-hand.ts';
import { endAfter, type StatedDays } from './post-input.ts';

/** For which rank of office somebody is planned on some days; null: for none. */
export type PlannedPost = Edit & { officeRank: Exclude<OfficeRankCode, 'none'> | null } & StatedDays;

/** Plans somebody for an office of a rank (quy hoạch), or takes that back; other days stay as they are. */
export const setPlannedPost = (ctx: Ctx, input: PlannedPost): Promise<Result<Saved, CareerFailure<PlannedPost>>> =>
  editCareer(ctx, input, { act: 'planned-post.set', decide: (career) =>
    planForOffice(career, { from: input.from, to: endAfter(input.lastDay) }, input.officeRank === null ? null : officeRankPositions[input.officeRank]) });

/** Whether somebody is on the language-training list on some days. */
export type TrainingListing = Edit & { listed: boolean } & StatedDays;

/** Puts somebody on the language-training list, or takes him off it; other days stay as they are. */
export const setTrainingListing = (ctx: Ctx, input: TrainingListing): Promise<Result<Saved, CareerFailure<TrainingListing>>> =>
  editCareer(ctx, input, { act: 'training-list.set', decide: (career) => listForTraining(career, { from: input.from, to: endAfter(input.lastDay) }, input.listed) });
