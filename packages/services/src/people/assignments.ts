import { uuidV7 } from '@saubac/db/audit';
import { changePost, endPost, startPost } from '@saubac/domain/people';
import { addDays, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { answering, type Ctx } from '../context/index.ts';
import { type CareerFailure, editCareer } from './edit-career.ts';
import type { Edit, Saved } from './person-in-hand.ts';
import { endAfter, postingOf, type PostInput, type StatedDays } from './post-input.ts';

/** A post that somebody takes up: his main one, or one beside it. */
export type AssignmentStart = Edit & { main: boolean; post: PostInput } & StatedDays;

/** Begins a post. A main one is refused on days on which another main post is held: to move somebody, change the post he holds. */
export const startAssignment = async (ctx: Ctx, input: AssignmentStart): Promise<Result<Saved & { assignment: string }, CareerFailure<AssignmentStart>>> => {
  const { main, post, from, lastDay } = input;
  const assignment = uuidV7();
  const withAssignment = <F>(saved: Result<Saved, F>): Result<Saved & { assignment: string }, F> => (saved.ok ? ok({ ...saved.value, assignment }) : saved);
  const saved = await editCareer(answering<Result<Saved, unknown>>(ctx, withAssignment), input, { act: 'assignment.started', decide: (career) => startPost(career, { main, from, to: endAfter(lastDay), value: postingOf(post) }, assignment) });
  return withAssignment(saved);
};

/**
 * A post that becomes another (unit, rank, office …) from a day on; or, with `correct`, as it should always have stood, with its days if
 * they were wrong.
 */
export type AssignmentChange = Edit & { assignment: string; post: PostInput } & ({ from: IsoDate } | { correct: { from?: IsoDate | undefined; lastDay?: IsoDate | null | undefined } });

/** Changes a post. A new value begins a dated row of its own from the day, and what was before stays; a correction rewrites the row. */
export const changeAssignment = (ctx: Ctx, input: AssignmentChange): Promise<Result<Saved, CareerFailure<AssignmentChange>>> => {
  const { assignment, post } = input;
  const value = postingOf(post);
  if ('from' in input) return editCareer(ctx, input, { act: 'assignment.changed', decide: (career) => changePost(career, { assignment, value, from: input.from }, uuidV7()) });
  const { from, lastDay } = input.correct;
  const days = { ...(from === undefined ? {} : { from }), ...(lastDay === undefined ? {} : { to: endAfter(lastDay) }) };
  return editCareer(ctx, input, { act: 'assignment.corrected', decide: (career) => changePost(career, { assignment, value, correct: days }, uuidV7()) });
};

export type AssignmentEnd = Edit & { assignment: string; lastDay: IsoDate };

/** Ends a post after its last day. Lists end with the last main post. */
export const endAssignment = (ctx: Ctx, input: AssignmentEnd): Promise<Result<Saved, CareerFailure<AssignmentEnd>>> =>
  editCareer(ctx, input, { act: 'assignment.ended', decide: (career) => endPost(career, input.assignment, addDays(input.lastDay, 1)) });
