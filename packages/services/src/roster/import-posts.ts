import { addRefusals, loadPosts, type Post, type PostValue, type RowRefusal, type StagedPost, stagedPosts, storePosts, type StoredPosts } from '@saubac/db/roster';
import type { TenantTx } from '@saubac/db/tenancy';
import { dayChanges, isFree, type Period, periodOn, type PeriodOutcome, problemParams, reconcilePeriods } from '@saubac/domain/people';

import { type ImportRun, noRows, type SheetResult } from './import-run.ts';
import type { RawChange } from './preview.ts';

const refusal = (row: number, column: string, kind: string, value: string | null = null, params?: RowRefusal['params']): RowRefusal => ({ sheet: 'posts', row, column, kind, value, ...(params ? { params } : {}) });

const sameValue = (a: PostValue, b: PostValue): boolean => a.name === b.name && a.needsLanguage === b.needsLanguage && a.languageTeacher === b.languageTeacher;

const rowProblems = (rows: readonly StagedPost[], { codes, on }: ImportRun): RowRefusal[] => {
  const first = rows[0]!;
  const periods = rows.map((it) => ({ from: it.from ?? on, to: it.to, value: it }));
  return periods.flatMap(({ from, to, value: it }) => [
    ...(sameValue(it.post, first.post) ? [] : [refusal(it.row, 'name', 'conflicting-post', it.post.name, { otherRow: first.row })]),
    ...(it.language !== '' && !codes.languages.has(it.language) ? [refusal(it.row, 'language_code', 'unknown-language', it.language)] : []),
    ...(it.value !== null && !codes.levels.has(it.value) ? [refusal(it.row, 'level', 'unknown-level', String(it.value))] : []),
    ...(isFree(periods.filter(({ value }) => value.language === it.language && value.row !== it.row), from, to) ? [] : [refusal(it.row, 'valid_from', 'overlapping-rows')]),
  ]);
};

const reconcileStandards = (known: Post | undefined, rows: readonly StagedPost[], run: ImportRun) => {
  const standards = new Map(known?.standards);
  const outcomes: PeriodOutcome<number | null>[] = [];
  const blank: StagedPost[] = [];
  for (const [language, stated] of Map.groupBy(rows, (it) => it.language)) {
    const line: Period<number | null>[] = [...(standards.get(language) ?? [])];
    // A row without a required level states no days of its own: it only ends a level that was required.
    const telling = stated.filter((it) => !it.unstated.includes('level')).filter((it) => it.value !== null || periodOn(line, it.from !== null && it.from > run.on ? it.from : run.on) !== undefined);
    // A last day that belongs to no level would be lost: a post in the catalogue does not end, only what it requires does. Where levels were
    // required before, such a row may have ended one at an earlier import. A first day says no more than that the post is there.
    if (line.length === 0) blank.push(...stated.filter((it) => !it.unstated.includes('level') && it.value === null && it.to !== 'infinity'));
    if (telling.length === 0) continue;
    const result = reconcilePeriods(line, telling, { on: run.on, mode: run.mode, same: Object.is });
    outcomes.push(...result.outcomes);
    standards.set(language, result.periods.filter((it): it is Period<number> => it.value !== null));
  }
  return { standards, outcomes, blank };
};

const standardsKey = (post: Post | undefined): string =>
  JSON.stringify([...(post?.standards ?? [])].map(([language, periods]) => [language, periods.map(({ from, to, value }) => [from, to, value])]).filter(([, periods]) => periods!.length > 0).toSorted());

const shown = (value: boolean | string | number | null): string | null => (value === null ? null : String(value));

const levelChange = (before: Period<number | null> | undefined, after: Period<number | null>) =>
  before?.value === after.value ? dayChanges(before, after) : [{ column: 'level', old: shown(before?.value ?? null), new: shown(after.value) }];

const changesOf = (code: string, before: Post | undefined, after: Post, rows: readonly StagedPost[], outcomes: readonly PeriodOutcome<number | null>[]): RawChange[] => {
  const first = rows[0]!;
  const own = before && !sameValue(before.value, after.value)
    ? (['name', 'needsLanguage', 'languageTeacher'] as const).filter((it) => before.value[it] !== after.value[it]).map((it) => ({ column: it.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), old: shown(before.value[it]), new: shown(after.value[it]) }))
    : [];
  const levels = outcomes.flatMap((it): RawChange[] =>
    it.kind === 'refused' || it.kind === 'unchanged' ? [] : [{ sheet: 'posts', row: it.row, kind: 'changed', subject: `${code} ${after.value.name}`, since: it.since, fields: levelChange(it.before, it.period) }],
  );
  if (!before) return rows.map((it) => ({ sheet: 'posts', row: it.row, kind: 'new', subject: `${code} ${after.value.name}`, since: null, fields: [] }));
  return [...(own.length > 0 ? [{ sheet: 'posts' as const, row: first.row, kind: 'changed' as const, subject: `${code} ${after.value.name}`, since: null, fields: own }] : []), ...levels];
};

type Settled = { changed: Map<string, Post>; changes: RawChange[]; refusals: RowRefusal[]; accepted: number };

const settle = (known: StoredPosts, staged: readonly StagedPost[], run: ImportRun): Settled => {
  const settled: Settled = { changed: new Map(), changes: [], refusals: [], accepted: 0 };
  for (const [code, rows] of Map.groupBy(staged, (it) => it.code)) {
    const before = known.posts.get(code);
    const problems = rowProblems(rows, run);
    const { standards, outcomes, blank } = problems.length > 0 ? { standards: new Map<string, Period<number>[]>(), outcomes: [], blank: [] } : reconcileStandards(before, rows, run);
    problems.push(...blank.map(({ row }) => refusal(row, 'level', 'level-missing')));
    problems.push(...outcomes.flatMap((it) => (it.kind === 'refused' ? [refusal(it.row, it.problem.column, it.problem.kind, null, problemParams(it.problem).params)] : [])));
    if (problems.length > 0) {
      const blamed = new Set(problems.map(({ row }) => row));
      const others = run.skipRefused ? rows.filter(({ row }) => !blamed.has(row)) : [];
      settled.refusals.push(...problems, ...others.map(({ row }) => refusal(row, 'code', 'post-has-refused-row', code, { otherRow: problems[0]!.row })));
      continue;
    }
    settled.accepted += rows.length;
    const after: Post = { value: rows[0]!.post, standards };
    if (before && sameValue(before.value, after.value) && standardsKey(before) === standardsKey(after)) continue;
    settled.changed.set(code, after);
    settled.changes.push(...changesOf(code, before, after, rows, outcomes));
  }
  return settled;
};

const postJson = ({ value, standards }: Post) => ({ ...value, standards: Object.fromEntries(standards) });

// A limited importer may send the posts along as they are recorded: they belong to everybody.
const withoutChanges = ({ changed, refusals, accepted }: Settled, staged: readonly StagedPost[]): Settled => {
  const theirs = staged.filter(({ code }) => changed.has(code)).map(({ row, code }) => refusal(row, 'code', 'catalogue-not-yours', code));
  return { changed: new Map(), changes: [], refusals: [...refusals, ...theirs], accepted: accepted - theirs.length };
};

// Of what a row does not state the post keeps what it is.
const withKept = (it: StagedPost, known: Post | undefined): StagedPost => {
  if (!known || it.unstated.length === 0) return it;
  const { needsLanguage, languageTeacher } = known.value;
  return { ...it, post: { ...it.post, ...(it.unstated.includes('needs_language') ? { needsLanguage } : {}), ...(it.unstated.includes('language_teacher') ? { languageTeacher } : {}) } };
};

/** Brings the posts and the levels they require to what the file states. A post with a refused row is left out whole. A limited importer changes none. */
export const importPosts = async (tx: TenantTx, run: ImportRun): Promise<SheetResult> => {
  const stated = await stagedPosts(tx, run.batch);
  if (stated.length === 0) return noRows();
  const known = await loadPosts(tx);
  const staged = stated.map((it) => withKept(it, known.posts.get(it.code)));
  const isNew = (code: string): boolean => !known.posts.has(code);
  const settled = settle(known, staged, run);
  const { changed, changes, refusals, accepted } = run.within ? withoutChanges(settled, staged) : settled;
  await addRefusals(tx, refusals);
  await storePosts(tx, known, changed, run.codes.framework);
  const rowsOf = (kind: RawChange['kind']): number => new Set(changes.filter((it) => it.kind === kind).map(({ row }) => row)).size;
  return {
    new: rowsOf('new'), changed: rowsOf('changed'), unchanged: accepted - rowsOf('new') - rowsOf('changed'), changes: changes.slice(0, run.listed), wrote: changed.size > 0,
    details: [...changed].map(([code, post]) => ({
      subjectId: known.ids.get(code)!, act: isNew(code) ? 'post.added' : 'post.changed', before: isNew(code) ? null : postJson(known.posts.get(code)!), after: postJson(post),
    })),
  };
};
