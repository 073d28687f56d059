import { listOpenCases } from '@saubac/db/cases';
import { type Forbidden, permitted } from '@saubac/domain/access';
import { ok, type LocalText, type Result } from '@saubac/domain/values';
import { type AnyCaseKind, getCase } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';
import { calendarOf } from './calendar.ts';
import { type CaseShown, caseShown } from './case-shown.ts';
import { caseKinds } from './kinds.ts';

/** How many cases of one kind are looked at; nobody works through more in one list. */
const most = 200;

/** What waits for whoever asks, late ones first; the counts are those of all kinds. */
export type Inbox = { items: CaseShown[]; counts: { all: number; late: number; kinds: { kind: string; label: LocalText; count: number }[] } };

const waitingOf = async (ctx: Ctx, kind: AnyCaseKind): Promise<CaseShown[]> => {
  const scope = permitted(ctx.access, kind.seenBy);
  if (!scope.ok) return [];
  const { workflow } = kind;
  const states = workflow.states.filter((it) => !workflow.final.includes(it));
  const calendar = await calendarOf(ctx);
  const waiting: CaseShown[] = [];
  for (const found of await listOpenCases(ctx.db, scope.value, ctx.today, { workflow: workflow.id, states, after: null, limit: most })) {
    const view = await getCase(ctx, kind, found.id);
    // What only its own author could take back waits for somebody else.
    const shown = view.ok && (await caseShown(ctx, kind, view.value, calendar));
    if (shown && shown.moves.some((it) => !it.own)) waiting.push(shown);
  }
  return waiting;
};

const byDue = (a: CaseShown, b: CaseShown): number => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.since.localeCompare(b.since) || a.id.localeCompare(b.id);

/** The inbox: every case that whoever asks may move on now, the first due first. */
export const listInbox = async (ctx: Ctx, { kind, late = false }: { kind?: string | undefined; late?: boolean } = {}): Promise<Result<Inbox, Forbidden>> => {
  const all: CaseShown[] = [];
  const kinds: Inbox['counts']['kinds'] = [];
  for (const it of caseKinds(ctx)) {
    const waiting = await waitingOf(ctx, it);
    all.push(...waiting);
    if (waiting.length > 0) kinds.push({ kind: it.workflow.id, label: it.word('name'), count: waiting.length });
  }
  const items = all.filter((it) => (kind === undefined || it.kind === kind) && (!late || it.lateDays > 0)).toSorted(byDue);
  return ok({ items, counts: { all: all.length, late: all.filter((it) => it.lateDays > 0).length, kinds } });
};
