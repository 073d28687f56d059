import { casesById, type KeptCase } from '@saubac/db/cases';
import { unionOf } from '@saubac/domain/access';
import type { LocalText } from '@saubac/domain/values';
import { type AnyCaseKind, seenScopes } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';
import { peopleNamed, type PersonNamed } from './case-shown.ts';
import { caseKinds } from './kinds.ts';

/** How a case is called in lists. `person`: whom it is about, where whoever asks may see him. */
export type CaseCalled = { kind: string; title: LocalText; person: PersonNamed | null; state: string; stateLabel: LocalText };

const described = async (ctx: Ctx, kind: AnyCaseKind, cases: readonly KeptCase[]): Promise<(readonly [string, Omit<CaseCalled, 'person'> & { person: string | undefined }])[]> => {
  const subjects = await kind.subjects(ctx.db, [...new Set(cases.map((it) => it.subject))]);
  return cases.flatMap(({ id, subject, state }) => {
    const it = subjects.get(subject);
    if (it === undefined) return [];
    const { title, person } = kind.describe(it);
    return [[id, { kind: kind.workflow.id, title, person, state, stateLabel: kind.word(`state.${state}`) }] as const];
  });
};

const calledOfKind = async (ctx: Ctx, kind: AnyCaseKind, ids: readonly string[]) => {
  const scopes = await seenScopes(ctx, kind.seenBy);
  const cases = scopes.length === 0 ? [] : await casesById(ctx.db, unionOf(scopes), ids, ctx.today);
  return described(ctx, kind, cases.filter((it) => it.workflow === kind.workflow.id));
};

/** What those of some cases are called that whoever asks may see, by himself or for whom he covers; the others are missing. */
export const casesCalled = async (ctx: Ctx, ids: readonly string[], workflow?: string): Promise<ReadonlyMap<string, CaseCalled>> => {
  const kinds = caseKinds(ctx).filter((it) => workflow === undefined || it.workflow.id === workflow);
  const all: Awaited<ReturnType<typeof described>> = [];
  for (const kind of ids.length === 0 ? [] : kinds) all.push(...(await calledOfKind(ctx, kind, ids)));
  const names = await peopleNamed(ctx, [...new Set(all.flatMap(([, it]) => it.person ?? []))]);
  return new Map(all.map(([id, it]) => [id, { ...it, person: (it.person === undefined ? undefined : names.get(it.person)) ?? null }]));
};
