import type { DutyReport } from '@saubac/domain/plan';
import { plainText } from '@saubac/domain/people';
import type { UnitId } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import { addDutyFile, dutyKind, listBodies, type ListedDuty, listDuties, makeDuties, nameUnits, saveDutyReport } from '@saubac/services/duties';
import type { FileStore } from '@saubac/services/files';
import { done, type Hands } from './hands.ts';
import { moves } from './moves.ts';
import { proofPage } from './proof.ts';
import type { SampleReport, SampleWork } from './sample-work.ts';

/** The duties of a year, each as whoever manages them sees it. */
export const dutiesIn = async (office: Ctx, year: number): Promise<readonly ListedDuty[]> => done(await listDuties(office, { year, after: 0, limit: 1_000 })).duties;

const nameBodies = async (office: Ctx, hands: Hands, bodies: SampleWork['bodies'], most: number): Promise<void> => {
  for (const { plan, body, units: now } of done(await listBodies(office))) {
    const wanted = [...new Set((bodies[body] ?? []).flatMap((it) => hands.unit(it) ?? []))].slice(0, most);
    if (wanted.length > now.length) done(await nameUnits(office, { plan, body, units: wanted }));
  }
};

const report = async (ctx: Ctx, { id, version, report: said }: ListedDuty, text: DutyReport): Promise<void> => {
  if (said === null) done(await saveDutyReport(ctx, { id, version, report: text }));
};

/**
 * Last year's duties, of one unit for each body: everybody has reported and was accepted, but for those that are late. Before the units of this
 * year are named, so that there are few of them.
 */
export const lastYearsDuties = async (hands: Hands, { bodies, lastYear }: SampleWork, year: number): Promise<void> => {
  const office = await hands.as('home-affairs-officer');
  const kind = dutyKind(office);
  await nameBodies(office, hands, bodies, 1);
  done(await makeDuties(office, { year }));
  const late = lastYear.late.map(({ task, unit }) => ({ task, unit: hands.unit(unit) ?? null }));
  const isLate = (it: ListedDuty): boolean => late.some(({ task, unit }) => it.task === task && (it.unit?.id ?? null) === unit);
  for (const it of await dutiesIn(office, year)) {
    if (it.state === 'accepted' || it.state === 'dropped' || it.to > `${year}-12-31` || isLate(it)) continue;
    if (it.state === 'open') {
      const officer = await (it.unit ? hands.of(it.unit.code) : hands.as('home-affairs-head'));
      await report(officer, it, lastYear.report);
      await moves(officer, it.unit ? kind : dutyKind(officer), it.case, 'report');
    }
    await moves(office, kind, it.case, 'accept');
  }
};

/** The duty that a task gives to a unit; undefined where a small sample has none such. */
export const dutyOf = (duties: readonly ListedDuty[], task: string, unit: UnitId | undefined): ListedDuty | undefined => duties.find((it) => it.task === task && unit !== undefined && it.unit?.id === unit);

const handIn = async (hands: Hands, store: FileStore, it: ListedDuty, { unit, report: said, proof, sentBack, accepted }: SampleReport): Promise<void> => {
  const [officer, office] = [await hands.of(unit), await hands.as('home-affairs-officer')];
  if (it.state === 'open') {
    // Sent back by an earlier start.
    if (sentBack !== undefined && it.report !== null) return;
    await report(officer, it, said);
    if (proof !== undefined && it.files === 0) done(await addDutyFile(officer, store, { duty: it.id, upload: { name: proof, content: proofPage(plainText(said.text).slice(0, 60)) } }));
    await moves(officer, dutyKind(officer), it.case, 'report');
  }
  if (sentBack !== undefined) await moves(office, dutyKind(office), it.case, 'sendBack', sentBack);
  if (accepted) await moves(office, dutyKind(office), it.case, 'accept');
};

/** This year's duties: some reported, some sent back, some accepted with a proof; the others are still to be done. */
export const thisYearsDuties = async (hands: Hands, store: FileStore, { bodies, reports }: SampleWork, year: number): Promise<void> => {
  const office = await hands.as('home-affairs-officer');
  await nameBodies(office, hands, bodies, Infinity);
  done(await makeDuties(office, { year }));
  const duties = await dutiesIn(office, year);
  for (const asked of reports) {
    const it = dutyOf(duties, asked.task, hands.unit(asked.unit));
    if (it && it.state !== 'accepted' && it.state !== 'dropped') await handIn(hands, store, it, asked);
  }
};
