import { workCalendar } from '@saubac/db/reference';
import type { WorkCalendar } from '@saubac/domain/calendar';
import type { LocalText } from '@saubac/domain/values';
import { type AnyCaseKind, listCases } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';
import { casesShown, type CaseShown } from './case-shown.ts';
import { caseKinds } from './kinds.ts';
import { waitingElsewhere, type WaitingLine } from './waiting-elsewhere.ts';

/** So many cases are read at a time. */
const page = 200;
/** No more of one kind are looked through for what waits, and no more are listed: nobody works through more in one list. */
const mostRead = 2_000;
const mostShown = 200;

/** What waits for whoever asks, late ones first; the counts are those of all kinds. `elsewhere`: what is decided on pages of its own. */
export type Inbox = { items: CaseShown[]; elsewhere: WaitingLine[]; counts: { all: number; late: number; kinds: { kind: string; label: LocalText; count: number }[] } };

// What only its own author could take back waits for somebody else; what has no last day and can't be moved yet waits for something else.
const waits = ({ moves, unit, state, dueOn }: CaseShown, { workflow, waitsFor }: AnyCaseKind): boolean =>
  moves.some(
    (it) => !it.own && !workflow.moves[it.move]?.aside?.includes(state) && (dueOn !== null || it.refusals.length === 0) && (waitsFor?.(it.move, unit?.id ?? null) ?? true),
  );

const waitingOf = async (ctx: Ctx, kind: AnyCaseKind, calendar: WorkCalendar): Promise<CaseShown[]> => {
  const waiting: CaseShown[] = [];
  let next: string | null = null;
  for (let read = 0; read < mostRead && waiting.length < mostShown; read += page) {
    const listed: Awaited<ReturnType<typeof listCases<unknown>>> = await listCases(ctx, kind, { after: next, limit: page });
    if (!listed.ok) return [];
    const shown = await casesShown(ctx, kind, listed.value.cases, calendar);
    waiting.push(...shown.filter((it) => waits(it, kind)));
    ({ next } = listed.value);
    if (next === null) break;
  }
  return waiting.slice(0, mostShown);
};

const byDue = (a: CaseShown, b: CaseShown): number => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.since.localeCompare(b.since) || a.id.localeCompare(b.id);

/** The inbox: every case that whoever asks may move on now, the first due first, and how much waits for him elsewhere. */
export const listInbox = async (ctx: Ctx, { kind, late = false }: { kind?: string | undefined; late?: boolean } = {}): Promise<Inbox> => {
  const all: CaseShown[] = [];
  const kinds: Inbox['counts']['kinds'] = [];
  const calendar = await workCalendar(ctx.db);
  for (const it of caseKinds(ctx)) {
    const waiting = await waitingOf(ctx, it, calendar);
    all.push(...waiting);
    if (waiting.length > 0) kinds.push({ kind: it.workflow.id, label: it.word('name'), count: waiting.length });
  }
  const items = all.filter((it) => (kind === undefined || it.kind === kind) && (!late || it.lateDays > 0)).toSorted(byDue);
  return { items, elsewhere: await waitingElsewhere(ctx), counts: { all: all.length, late: all.filter((it) => it.lateDays > 0).length, kinds } };
};
