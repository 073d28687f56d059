import type { Fault } from '@saubac/contract/problems';
import type { FiledPost, ListedPerson, PersonFile } from '@saubac/db/people';
import { lastDayOf } from '@saubac/domain/levels';
import { officeRankAt } from '@saubac/domain/people';
import type { PeriodEnd } from '@saubac/domain/people';
import { type Answerable, problemOf } from '../answers/index.ts';
import type { Context } from 'hono';

const rankOf = (position: number | null) => (position === null ? null : (officeRankAt(position) ?? null));

/** Days as they are shown: the last one inclusive. */
export const shownDays = <It extends { to: PeriodEnd }>({ to, ...it }: It) => ({ ...it, lastDay: lastDayOf(to) });

/** Somebody of a list as it is shown. */
export const shownPerson = ({ nameSort: _, path: __, officeRank, ...it }: ListedPerson) => ({ ...it, officeRank: rankOf(officeRank) });

const shownPost = (it: FiledPost) => ({ ...shownDays(it), officeRank: rankOf(it.officeRank) });

/** A file as it is shown. */
export const shownFile = ({ posts, planned, trainingList, certificates, ...it }: PersonFile) => ({
  ...it,
  posts: posts.map(shownPost),
  planned: planned.map(({ officeRank, ...days }) => ({ ...shownDays(days), officeRank: rankOf(officeRank) })),
  trainingList: trainingList.map(shownDays),
  certificates: certificates.map(({ levels, ...certificate }) => ({ ...certificate, levels: levels.map(shownDays) })),
});

/** What stands there now, where somebody else was quicker, in the form in which it is shown. */
export const withShownFile = <F extends { kind: string }>(failure: F) =>
  failure.kind === 'changed-meanwhile' && 'current' in failure ? { ...failure, current: shownFile(failure.current as PersonFile) } : failure;

const fieldOf: Readonly<Record<string, string>> = {
  'person-name-missing': 'fullName',
  'not-an-id-number': 'idNumber',
  'id-number-taken': 'idNumber',
  'born-in-the-future': 'birth.date',
  'ends-before-start': 'lastDay',
  'unknown-unit': 'unit',
  'unknown-post': 'post',
  'unit-not-valid-then': 'unit',
  'overlaps-main-post': 'from',
  'overlaps-same-post': 'from',
  'day-outside-post': 'from',
  'not-in-service': 'from',
};

const ofPost = new Set(['unit', 'post']);
const ofDays = new Set(['from', 'lastDay']);

/** At which field of the body a refusal is told; `post` is where the request holds the post, `days` where its days. */
export const faultsOfPerson = (c: Context, failure: Answerable & object, { post, days = '' }: { post: string; days?: string }): Fault[] | undefined => {
  const field = fieldOf[failure.kind];
  if (field === undefined) return undefined;
  const within = ofPost.has(field) ? post : ofDays.has(field) ? days : '';
  return [{ field: ['body', within, field].filter(Boolean).join('.'), code: failure.kind, text: problemOf(c, { ...failure }).text }];
};
