import type { Doer, KeptCase } from '@saubac/db/cases';
import type { Record as RecordAct } from '@saubac/db/audit';
import type { TenantSql, TenantTx } from '@saubac/db/tenancy';
import type { Access, Permission } from '@saubac/domain/access';
import type { WorkCalendar } from '@saubac/domain/calendar';
import type { IsoDate, LocalText, UnitId } from '@saubac/domain/values';
import type { Hands, Workflow } from '@saubac/domain/workflow';
import type { Ctx } from '../context/index.ts';

/** What goes from hand to hand by one workflow: how its subjects are read, and who may see its cases. */
export type CaseKind<Subject = never> = {
  /** The workflow with everything that the tenant's plugins add. */
  workflow: Workflow<Subject>;
  /** Who sees cases of this kind, over the unit of the case. */
  seenBy: Permission;
  /** The subjects of cases as guards see them, by their ids. One that is gone is missing. */
  subjects: (tx: TenantSql, ids: readonly string[]) => Promise<ReadonlyMap<string, Subject>>;
  /** What whoever decides goes by, as plain values: when they are others than at the last move, the case is “changed since”. */
  statement?: (subject: Subject) => unknown;
  /** How a case is called in the inbox, the address within the tenant where it is seen (`/tasks/<id>`), and whom it is about. */
  describe: (subject: Subject) => { title: LocalText; link: string; person?: string };
  /** The last day on which it is in time in a state, where the subject has one of its own. */
  due?: (subject: Subject, state: string) => IsoDate | null;
  /** Whether a case of a unit, or of the whole tenant, waits for whoever has this access because he may take a move; without it every move that he may take is one that is waited for. */
  waitsFor?: (move: string, of: 'unit' | 'tenant', access: Access) => boolean;
  /** The words of the workflow: `state.<state>`, `move.<move>`, and the refusals of guards. */
  word: (key: string) => LocalText;
  /** Takes in hand what the guards of a move count over, before its subject is read: of two moves at once the later sees what the first one left. */
  hold?: (tx: TenantTx, subject: string, move: string) => Promise<void>;
  /** What a move changes besides the case, in its transaction; refusing here undoes the move. */
  moved?: (ctx: CaseCtx, tx: TenantTx, record: RecordAct, move: TakenMove<Subject>) => Promise<void>;
  /** The outbox kind of an effect; `case.<effect>` without it. */
  effectKind?: (effect: string) => string;
  /** What its outbox row holds besides what the effect says. */
  effectPayload?: (effect: string) => Readonly<Record<string, string>>;
};

/** A move that was taken, as its kind learns of it. */
export type TakenMove<Subject> = { case: string; subjectId: string; subject: Subject; move: string; from: string; to: string; reason: string | null };

/** Any kind, where its subject does not matter. */
export type AnyCaseKind = CaseKind<unknown>;

/** What moving cases needs besides the context: the days on which offices work. */
export type CaseCtx = Ctx & { calendar: WorkCalendar };

/** Where a new case belongs. */
export type CaseOf = { subject: string; unit: UnitId | null };

/** Who acts, as cases note it. */
export const doerOf = (ctx: Ctx): Doer => ({ by: ctx.actor.id, label: ctx.actor.label, at: ctx.now() });

/** Whose hands took which move last: of one person, or of one in the place of another. */
export const lastBy = (moves: readonly { move: string; by: string | null; coveredFor: string | null }[]): Readonly<Record<string, Hands>> =>
  Object.fromEntries(moves.flatMap(({ move, by, coveredFor }) => (by === null ? [] : [[move, coveredFor === null ? by : [by, coveredFor]]])));

/** A case with the one it was of before it moved. */
export type MovedCase = { id: string; from: string; to: string; version: number; case: KeptCase };
