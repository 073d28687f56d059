// Vietnamese as data: invented classes, as an officer would type them.
import { addDays, type IsoDate } from '@saubac/domain/values';
import type { PluginCtx } from '@saubac/plugin-api';

import { findClass, insertClass, setClassState } from '../classes/classes.ts';
import type { ClassInput } from '../classes/wire.ts';
import type { Config } from '../config.ts';
import { insertProgramme } from '../programmes/programmes.ts';
import { hold, issue, publish, request } from './class-steps.ts';
import type { Somebody } from './learners.ts';
import { samplePaper } from './paper.ts';

const place = 'Trường Chính trị Trần Phú, phường Thành Sen';
const teachers = [{ name: 'Bounmy Phommachanh' }];

type Made = { id: string; startsOn: IsoDate };

/** Writes a class and opens it for enrolment; one without a decision stays planned. */
const add = async (ctx: PluginCtx<Config>, input: Omit<ClassInput, 'place' | 'teachers'>, capacity = input.seats): Promise<Made> => {
  const id = await ctx.write(async (tx, record) => {
    const added = await insertClass(tx, { ...input, place, teachers });
    const row = await findClass(tx, added);
    if (row && input.decisionNumber !== null) await setClassState(tx, row, { state: 'open', capacity });
    await record({ act: 'lao-class.added', subject: { kind: 'lao-class', id: added }, after: input });
    return added;
  });
  return { id, startsOn: input.startsOn as IsoDate };
};

const addProgrammes = (ctx: PluginCtx<Config>): Promise<{ basic: string; advanced: string }> =>
  ctx.write(async (tx, record) => {
    const basic = await insertProgramme(tx, { name: 'Tiếng Lào cơ bản cho công chức, viên chức', course: 'basic', lessons: 120, level: 1, inForceFrom: '2020-01-01', inForceTo: null });
    const advanced = await insertProgramme(tx, { name: 'Tiếng Lào nâng cao (giao tiếp công vụ)', course: 'advanced', lessons: 180, level: 2, inForceFrom: '2022-01-01', inForceTo: null });
    await record({ act: 'lao-programme.added', subject: { kind: 'lao-programme' }, after: { basic, advanced } });
    return { basic, advanced };
  });

const setState = async (ctx: PluginCtx<Config>, id: string, change: Parameters<typeof setClassState>[2]): Promise<void> =>
  ctx.write(async (tx, record) => {
    const row = await findClass(tx, id, true);
    if (row) await setClassState(tx, row, change);
    await record({ act: 'lao-class.moved', subject: { kind: 'lao-class', id }, after: change });
  });

/** Classes at each of their steps: certified, ended, on trial with too many, open with requests that wait, planned. */
export const sampleClasses = async (ctx: PluginCtx<Config>, agreement: string, learners: readonly Somebody[]): Promise<void> => {
  const { basic, advanced } = await addProgrammes(ctx);
  const ago = (days: number): IsoDate => addDays(ctx.today, -days);
  const decided = (number: string, on: IsoDate) => ({ agreement, decisionNumber: `${number}/QĐ-SNgV`, decisionOn: on });
  const year = Number(ctx.today.slice(0, 4));
  const some = (from: number, count: number): readonly Somebody[] => learners.slice(from, from + count);

  const certified = await add(ctx, { programme: basic, name: `Lớp tiếng Lào cơ bản K7/${year - 1}`, ...decided('41', ago(420)), startsOn: ago(400), endsOn: ago(280), seats: 12 });
  await samplePaper(ctx, { of: 'class', id: certified.id }, { kind: 'decision', name: 'Quyết định 41 (bản minh họa).pdf', lines: ['BAN MINH HOA', 'Quyet dinh mo lop tieng Lao', 'Tep nay khong phai van ban that.'] });
  await request(ctx, certified, some(0, 10), 'enrolled');
  await publish(ctx, certified, '58/QĐ-SNgV');
  await hold(ctx, certified, 12);
  await setState(ctx, certified.id, { state: 'ended' });
  await issue(ctx, certified.id, { on: ago(270), decisionNumber: '133/QĐ-SNgV', course: 'basic', confirmed: 3 });

  const ended = await add(ctx, { programme: advanced, name: `Lớp tiếng Lào nâng cao K2/${year}`, ...decided('27', ago(150)), startsOn: ago(130), endsOn: ago(8), seats: 10 });
  await request(ctx, ended, some(10, 8), 'enrolled');
  await publish(ctx, ended, '39/QĐ-SNgV');
  await hold(ctx, ended, 10);
  await setState(ctx, ended.id, { state: 'ended' });

  const trial = await add(ctx, { programme: basic, name: `Lớp tiếng Lào cơ bản K8/${year}`, ...decided('96', ago(40)), startsOn: ago(16), endsOn: addDays(ctx.today, 100), seats: 10 }, 12);
  await request(ctx, trial, some(18, 12), 'enrolled');
  await setState(ctx, trial.id, { state: 'trial', trialEndsOn: ago(2) });
  await hold(ctx, trial, 4);

  const open = await add(ctx, { programme: basic, name: `Lớp tiếng Lào cơ bản K9/${year}`, ...decided('118', ago(5)), startsOn: addDays(ctx.today, 20), endsOn: addDays(ctx.today, 140), seats: 20 }, 24);
  await request(ctx, open, some(30, 4), 'enrolled');
  await request(ctx, open, some(34, 6), 'consented');
  await request(ctx, open, [...some(40, 8), ...learners.slice(4, 5)], 'submitted');

  await add(ctx, { programme: advanced, name: `Lớp tiếng Lào nâng cao K3/${year + 1}`, agreement, decisionNumber: null, decisionOn: null, startsOn: addDays(ctx.today, 120), endsOn: addDays(ctx.today, 260), seats: 15 });
};
