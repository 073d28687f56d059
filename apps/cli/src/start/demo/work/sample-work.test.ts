import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlan } from '@saubac/domain/plan';
import { describe, expect, it } from 'vitest';
import { type DemoTenant, readDemoTenants } from '../demo-tenant.ts';
import { readSampleWork, type SampleWork } from './sample-work.ts';

const planOf = ({ folder }: DemoTenant) => {
  const plan = parsePlan(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')));
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return plan.value;
};

const workOf = (tenant: DemoTenant): SampleWork => {
  const work = readSampleWork(tenant);
  if (!work) throw new Error(`${tenant.slug} tells of no work.`);
  return work;
};

describe.each(readDemoTenants().map((it) => [it.slug, it] as const))('the sample work of %s', (_, tenant) => {
  const [plan, work] = [planOf(tenant), workOf(tenant)];
  const tasks = new Map(plan.tasks.map((it) => [it.id, it]));

  it('names tasks and bodies that its plan has', () => {
    const named = [...work.reports, ...work.sessions, ...work.drafts, ...work.lastYear.late].map((it) => it.task);
    expect(named.filter((it) => !tasks.has(it))).toEqual([]);
    expect(work.obstacles.flatMap((it) => it.about ?? []).filter((it) => !tasks.has(it) && !plan.targets.some((one) => one.id === it))).toEqual([]);
    expect(Object.keys(work.bodies).filter((it) => !plan.bodies.some((one) => one.id === it))).toEqual([]);
  });

  it('holds sessions for what is to be made known only', () => {
    expect(work.sessions.map((it) => tasks.get(it.task)?.topic)).toEqual(work.sessions.map(() => 'dissemination'));
  });

  it('leaves something at every step: reported, sent back, accepted with a proof, late; new, in hand and answered; to be checked and to be approved', () => {
    const has = <T>(list: readonly T[], test: (it: T) => boolean): boolean => list.some(test);
    expect([
      has(work.reports, (it) => it.sentBack === undefined && !it.accepted), has(work.reports, (it) => it.sentBack !== undefined), has(work.reports, (it) => it.accepted === true && it.proof !== undefined), work.lastYear.late.length > 0,
      has(work.obstacles, (it) => it.answer === undefined && !it.inHand), has(work.obstacles, (it) => it.inHand === true), has(work.obstacles, (it) => it.change === true && !it.inHand),
      has(work.certificates, (it) => it.sentBack === undefined), has(work.certificates, (it) => it.sentBack !== undefined), has(work.drafts, (it) => !it.checked), has(work.drafts, (it) => it.checked === true),
    ]).not.toContain(false);
  });

  it('has every report say what was done and prove it, as the product asks', () => {
    for (const { report, proof, unit } of work.reports) expect([unit, report.text !== '', report.figure !== null || report.document !== null || proof !== undefined]).toEqual([unit, true, true]);
  });
});
