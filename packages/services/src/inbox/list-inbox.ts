import { unreadNotices } from '@saubac/db/notices';
import { workCalendar } from '@saubac/db/reference';
import type { IsoDate, LocalText } from '@saubac/domain/values';
import { type AnyCaseKind, type CaseInHand, type Hand, handsOf, listCases } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';
import { casesShown, type CaseShown } from './case-shown.ts';
import { caseKinds } from './kinds.ts';
import { waitingElsewhere, type WaitingLine } from './waiting-elsewhere.ts';

/** So many cases are read at a time. */
const page = 200;
/** No more of one kind are looked through for what waits, and no more are listed: nobody works through more in one list. */
const mostRead = 2_000;
const mostShown = 200;

/**
 * What waits for whoever asks, late ones first; the counts are those of all kinds. `elsewhere`: what is decided on pages of its own; `notices`: how many
 * of his notices he has not read.
 */
export type Inbox = { items: CaseShown[]; elsewhere: WaitingLine[]; notices: number; counts: { all: number; late: number; kinds: { kind: string; label: LocalText; count: number }[] } };

/** Which part of the inbox is asked for: of one kind, what is late; `counts`: no case is listed, for a badge. */
export type InboxAsked = { kind?: string | undefined; late?: boolean; only?: 'counts' | undefined };

const waitingOf = async (ctx: Ctx, kind: AnyCaseKind, hands: readonly Hand[]): Promise<CaseInHand<unknown>[]> => {
  const waiting: CaseInHand<unknown>[] = [];
  let next: string | null = null;
  for (let read = 0; read < mostRead && waiting.length < mostShown; read += page) {
    const listed: Awaited<ReturnType<typeof listCases<unknown>>> = await listCases(ctx, kind, { after: next, limit: page, waiting: true }, hands);
    if (!listed.ok) return [];
    waiting.push(...listed.value.cases.filter((it) => it.waits));
    ({ next } = listed.value);
    if (next === null) break;
  }
  return waiting.slice(0, mostShown);
};

const byDue = (a: CaseShown, b: CaseShown): number => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.since.localeCompare(b.since) || a.id.localeCompare(b.id);

const isLate = ({ case: it }: CaseInHand<unknown>, today: IsoDate): boolean => it.dueOn !== null && it.dueOn < today;

/** The inbox: every case that whoever asks may move on now, the first due first, and how much waits for him elsewhere. */
export const listInbox = async (ctx: Ctx, { kind, late = false, only }: InboxAsked = {}): Promise<Inbox> => {
  const hands = await handsOf(ctx);
  const calendar = only === 'counts' ? undefined : await workCalendar(ctx.db);
  const items: CaseShown[] = [];
  const counts: Inbox['counts'] = { all: 0, late: 0, kinds: [] };
  for (const it of caseKinds(ctx)) {
    const waiting = await waitingOf(ctx, it, hands);
    if (waiting.length === 0) continue;
    counts.kinds.push({ kind: it.workflow.id, label: it.word('name'), count: waiting.length });
    counts.all += waiting.length;
    const lateOnes = waiting.filter((one) => isLate(one, ctx.today));
    counts.late += lateOnes.length;
    if (calendar && (kind === undefined || kind === it.workflow.id)) items.push(...(await casesShown(ctx, it, late ? lateOnes : waiting, calendar)));
  }
  return { items: items.toSorted(byDue), counts, elsewhere: await waitingElsewhere(ctx), notices: ctx.actor.id === null ? 0 : await unreadNotices(ctx.db, ctx.actor.id) };
};
