import { plansInForce } from '@saubac/db/plans';
import type { IsoDate } from '@saubac/domain/values';
import { changeDraft, createDraft, listDrafts, planVersionKind, submitDraft } from '@saubac/services/plans';
import { done, type Hands } from './hands.ts';
import { moves } from './moves.ts';
import type { SampleDraft, SampleWork } from './sample-work.ts';

const begin = async (hands: Hands, number: number, { note, task, proofs, from, checked }: SampleDraft, year: number): Promise<void> => {
  const officer = await hands.as('home-affairs-officer');
  const begun = done(await createDraft(officer, { version: number, note }));
  const document = begun.document as { tasks: { id: string }[] };
  const tasks = document.tasks.map((it) => (it.id === task ? { ...it, proofs } : it));
  const written = done(await changeDraft(officer, { id: begun.id, version: begun.version, document: { ...document, tasks } }));
  const { case: way } = done(await submitDraft(officer, { id: written.id, version: written.version, from: `${year + 1}-${from}` as IsoDate }));
  const head = await hands.as('home-affairs-head');
  if (checked && way) await moves(head, planVersionKind(head), way.id, 'check');
};

/** Changes of the plan on their way: one waits to be checked, one to be approved. */
export const bringDrafts = async (hands: Hands, { drafts }: SampleWork, year: number): Promise<void> => {
  const officer = await hands.as('home-affairs-officer');
  const [version] = await plansInForce(officer.db, officer.today);
  const there = done(await listDrafts(officer)).drafts.map((it) => it.note);
  if (!version) return;
  for (const draft of drafts) {
    if (!there.includes(draft.note) && `${year + 1}-${draft.from}` <= version.document.period.to) await begin(hands, version.number, draft, year);
  }
};
