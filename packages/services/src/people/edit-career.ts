import { careerOf, differingRows, holdsUnit, saveCareer, withRowIds } from '@saubac/db/people';
import { type Career, type CareerRefusal, type Period, type Posting } from '@saubac/domain/people';
import { fail, ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { type Edit, type EditFailure, type InHand, type Saved, withPerson } from './person-in-hand.ts';
import { checkPlace, nearestDay, type PlaceProblem } from './post-input.ts';
import { type CareerProblem, toldRefusal } from './refusals.ts';

export type CareerFailure<Input> = EditFailure<Input> | CareerProblem | PlaceProblem | { kind: 'assignment-outside-scope'; unit: string };

type Rows = ReturnType<typeof differingRows>;

const postsIn = ({ main = [], concurrent = [] }: Rows): Period<Posting>[] => [...main, ...concurrent];

/** Whether a post keeps to its unit, its post and the days it had: then what was known of them is known still. */
const staysWithin = (post: Period<Posting>, old: Period<Posting> | undefined): boolean =>
  old !== undefined && old.value.unit === post.value.unit && old.value.post === post.value.post && old.from <= post.from && post.to <= old.to;

/** Both sides must be the caller's: the units of the posts that change or go, and those of the posts that come. */
const checkUnits = async (ctx: Ctx, { tx, scope }: InHand, gone: Rows, come: Rows): Promise<Result<null, PlaceProblem | { kind: 'assignment-outside-scope'; unit: string }>> => {
  const before = postsIn(gone);
  for (const { value, from, to } of before) {
    if (!(await holdsUnit(tx, scope, value.unit, nearestDay({ from, to }, ctx.today)))) return fail({ kind: 'assignment-outside-scope', unit: value.unit });
  }
  for (const post of postsIn(come)) {
    if (staysWithin(post, before.find(({ id }) => id === post.id))) continue;
    const checked = await checkPlace(tx, scope, { unit: post.value.unit, post: post.value.post, from: post.from, to: post.to }, ctx.today);
    if (!checked.ok) return checked;
  }
  return ok(null);
};

/** What is done to a career: its name in the audit, and what the career becomes. */
export type CareerEdit = { act: string; decide: (career: Career) => Result<Career, CareerRefusal> };

/** Changes somebody's career as decided; a decision that changes nothing writes and records nothing. */
export const editCareer = <Input extends Edit>(ctx: Ctx, input: Input, { act, decide }: CareerEdit): Promise<Result<Saved, CareerFailure<Input>>> =>
  withPerson<Input, CareerFailure<Input>>(ctx, input, async (hand) => {
    const { tx, record, held } = hand;
    const before = await careerOf(tx, input.person);
    const decided = decide(before);
    if (!decided.ok) return toldRefusal(decided.failure);
    const after = withRowIds(decided.value);
    const [gone, come] = [differingRows(before, after), differingRows(after, before)];
    if (Object.keys(gone).length + Object.keys(come).length === 0) return ok({ id: input.person, version: held.version });
    const checked = await checkUnits(ctx, hand, gone, come);
    if (!checked.ok) return checked;
    const version = await saveCareer(tx, input.person, before, after);
    await record({ act, subject: { kind: 'person', id: input.person }, before: gone, after: come });
    return ok({ id: input.person, version });
  });
