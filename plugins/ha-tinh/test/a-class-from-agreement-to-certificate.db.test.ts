import { join } from 'node:path';
import { isoDate, subtreesOf, type UnitId } from '@saubac/domain/values';
import type { PluginCtx } from '@saubac/plugin-api';
import { type Holders, storeHolders } from '@saubac/testing/levels';
import { raceFor } from '@saubac/testing/cluster';
import { type Answered, type AskedPlugin, type Asker, askPlugin } from '@saubac/testing/plugin-suite';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ClassWhole } from '../src/classes/wire.ts';
import type { Config } from '../src/config.ts';
import { handlers } from '../src/handlers.ts';
import { jobs } from '../src/jobs.ts';
import type { Paper } from '../src/papers/wire.ts';
import { reports } from '../src/reports.ts';

let plugin: AskedPlugin;
let held: Holders;
let agencyA: Asker;
let agencyB: Asker;
const lead: Asker = { role: 'foreign-affairs' };
const education: Asker = { role: 'education' };
let classId: string;
let agreement: string;
let programme: string;

const folder = join(import.meta.dirname, '..');
const idOf = ({ status, body }: Answered): string => {
  expect({ status, body }).toMatchObject({ status: 201 });
  return (body as { id: string }).id;
};
const fine = ({ status, body }: Answered): unknown => {
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
};
const look = async (as = lead): Promise<ClassWhole> => fine(await plugin.ask(as, 'GET', `/classes/${classId}`)) as ClassWhole;
const enrolmentOf = async (person: string): Promise<ClassWhole['learners'][number]> => (await look()).learners.find((one) => one.person === person)!;
const move = async (as: Asker, person: string, name: string, reason?: string): Promise<Answered> => plugin.ask(as, 'POST', `/enrolments/${(await enrolmentOf(person)).enrolment}/moves`, { move: name, ...(reason ? { reason } : {}) });
const propose = (as: Asker, person: string): Promise<Answered> => plugin.ask(as, 'POST', '/enrolments', { class: classId, person, why: null });
const step = async (name: string): Promise<Answered> => plugin.ask(lead, 'POST', `/classes/${classId}/moves`, { move: name, version: (await look()).version });
const typed = (change: object = {}) => ({
  programme, agreement, name: 'K1/2026', decisionNumber: '12/QĐ-SNgV', decisionOn: '2026-02-01', startsOn: '2026-03-02', endsOn: '2026-06-30', place: 'Trường Chính trị', seats: 2, teachers: [{ person: held.people.B[0] }, { name: 'Bounmy' }], ...change,
});
const seat = async (as: Asker, person: string): Promise<void> => {
  idOf(await propose(as, person));
  fine(await move(as, person, 'consent'));
  fine(await move(lead, person, 'enrol'));
};

beforeAll(async () => {
  plugin = await askPlugin(folder, '2026-02-10');
  held = await plugin.cluster.withTenant('alpha', ({ db }) => storeHolders(db, 4));
  agencyA = { role: 'agency-officer', scope: subtreesOf([held.units.A]) };
  agencyB = { role: 'agency-head', scope: subtreesOf([held.units.B]) };
  agreement = idOf(await plugin.ask(lead, 'POST', '/agreements', { title: 'Bản thỏa thuận', partner: 'Bolykhămxay', signedOn: '2024-11-08', endsOn: '2026-07-31', note: null, commitments: [{ wording: 'Mở lớp hằng năm' }] }));
  programme = idOf(await plugin.ask(lead, 'POST', '/programmes', { name: 'Cơ bản', course: 'basic', lessons: 120, level: 1, inForceFrom: '2020-01-01', inForceTo: null }));
  classId = idOf(await plugin.ask(lead, 'POST', '/classes', typed()));
});
afterAll(() => plugin?.close());

describe('a paper', () => {
  const pdf = '%PDF-1.7\n%nothing\n';
  const papers = async (at: string, as = lead) => (fine(await plugin.ask(as, 'GET', `${at}/papers`)) as { items: Paper[] }).items;
  const send = (at: string, kind: string, content = pdf, as = lead) => plugin.send(as, `${at}/papers?kind=${kind}`, { name: `${kind}.pdf`, content });
  const added = async (...sent: Parameters<typeof send>): Promise<string> => {
    const { status, body } = await send(...sent);
    expect({ status, body }).toMatchObject({ status: 201 });
    return (body as { file: string }).file;
  };

  it('of an agreement is kept with its kind, name and who added it, opened by who reads agreements, and taken away by who manages them', async () => {
    const at = `/agreements/${agreement}`;
    const [signed, annex] = [await added(at, 'signed'), await added(at, 'annex')];
    expect(await papers(at, { role: 'auditor' })).toMatchObject([
      { file: signed, kind: 'signed', name: 'signed.pdf', addedBy: 'foreign-affairs', size: pdf.length },
      { file: annex, kind: 'annex' },
    ]);
    expect(fine(await plugin.ask({ role: 'auditor' }, 'GET', `${at}/papers/${signed}`))).toBe(pdf);
    for (const [method, path] of [['GET', ''], ['GET', `/${signed}`], ['DELETE', `/${signed}`]] as const) expect((await plugin.ask(agencyA, method, `${at}/papers${path}`)).status).toBe(403);
    expect((await send(at, 'signed', pdf, { role: 'auditor' })).status).toBe(403);
    expect((await plugin.ask({ role: 'auditor' }, 'DELETE', `${at}/papers/${signed}`)).status).toBe(403);
    fine(await plugin.ask(lead, 'DELETE', `${at}/papers/${signed}`));
    expect((await plugin.ask(lead, 'GET', `${at}/papers/${signed}`)).status).toBe(404);
    expect((await plugin.ask(lead, 'DELETE', `${at}/papers/${signed}`)).status).toBe(404);
    expect((await papers(at)).map((it) => it.file)).toEqual([annex]);
  });

  it('of a class is its decision, and is not found with what it does not belong to', async () => {
    const decision = await added(`/classes/${classId}`, 'decision');
    expect((await plugin.ask(lead, 'GET', `/agreements/${agreement}/papers/${decision}`)).status).toBe(404);
    expect((await plugin.ask(lead, 'DELETE', `/agreements/${agreement}/papers/${decision}`)).status).toBe(404);
    expect(await papers(`/classes/${classId}`)).toMatchObject([{ file: decision, kind: 'decision' }]);
  });

  it('that is of no kind kept there, of no known type, or with nothing, is refused and not listed', async () => {
    const at = `/classes/${classId}`;
    const before = await papers(at);
    expect(await send(at, 'signed')).toMatchObject({ status: 422, body: { word: 'refusal.paperKind' } });
    expect(await send(at, 'decision', '<html>')).toMatchObject({ body: { kind: 'file-type-not-taken' } });
    expect((await send('/classes/00000000-0000-7000-8000-00000000000f', 'decision')).status).toBe(404);
    expect(await papers(at)).toEqual(before);
  });

  it('leaves in the audit that it was added and taken away', async () => {
    const acts = await plugin.cluster.withTenant('alpha', ({ db }) => db.execute<{ act: string }>(sql`select distinct act from audit_entries where act like '%paper%' order by act`));
    expect([...acts].map((it) => it.act)).toEqual(['ha-tinh:lao-agreement.paper-added', 'ha-tinh:lao-agreement.paper-removed', 'ha-tinh:lao-class.paper-added']);
  });
});

describe('an agreement', () => {
  it('is said to end soon, lacks the follow-up of years that are over, and takes it', async () => {
    const seen = fine(await plugin.ask(lead, 'GET', `/agreements/${agreement}`)) as { standing: string; missing: { year: number; commitment: string }[]; classes: unknown[] };
    expect(seen).toMatchObject({ standing: 'ending', missing: [{ year: 2024 }, { year: 2025 }], classes: [{ id: classId }] });
    const { commitment } = seen.missing[0]!;
    idOf(await plugin.ask(lead, 'POST', `/agreements/${agreement}/follow-ups`, { commitment, year: 2024, done: 'Mở một lớp' }));
    expect(await plugin.ask(lead, 'POST', `/agreements/${agreement}/follow-ups`, { commitment, year: 2027, done: 'Chưa tới' })).toMatchObject({ status: 422 });
    expect(fine(await plugin.ask(lead, 'GET', '/agreements'))).toMatchObject({ items: [{ missing: 1 }] });
  });

  it('is changed by who saw it as it stands, and what was noted of a commitment is kept', async () => {
    const before = fine(await plugin.ask(lead, 'GET', `/agreements/${agreement}`)) as { version: number; title: string };
    const change = { title: 'Bản thỏa thuận 2024', partner: 'Bolykhămxay', signedOn: '2024-11-08', endsOn: '2026-07-31', note: null, commitments: [{ wording: 'Cử giáo viên' }] };
    fine(await plugin.ask(lead, 'PUT', `/agreements/${agreement}`, { ...change, version: before.version }));
    expect(await plugin.ask(lead, 'PUT', `/agreements/${agreement}`, { ...change, version: before.version })).toMatchObject({ status: 409, body: { word: 'refusal.changed', current: { title: 'Bản thỏa thuận 2024' } } });
    expect(fine(await plugin.ask(lead, 'GET', `/agreements/${agreement}`))).toMatchObject({ commitments: [{ followUps: [] }, { followUps: [{ year: 2024 }] }].toSorted(() => -1) });
  });

  it('is not for agencies', async () => {
    expect(await plugin.ask(agencyA, 'GET', '/agreements')).toMatchObject({ status: 403 });
    expect(await plugin.ask({ role: 'auditor' }, 'POST', '/agreements', {})).toMatchObject({ status: 403 });
  });
});

describe('a class', () => {
  it('takes nobody before enrolment opens, and no teacher of Lao afterwards', async () => {
    expect(await propose(agencyA, held.people.A[0]!)).toMatchObject({ status: 409, body: { word: 'refusal.classClosed' } });
    fine(await step('open'));
    expect(await propose(agencyB, held.people.B[0]!)).toMatchObject({ status: 409, body: { word: 'refusal.teachesLao' } });
    expect((await look()).learners).toEqual([]);
  });

  it('keeps its seats and programme once others rely on them, and its days from being turned round', async () => {
    const { version } = await look();
    expect(await plugin.ask(lead, 'PUT', `/classes/${classId}`, { ...typed({ seats: 30 }), version })).toMatchObject({ status: 409, body: { word: 'refusal.openClassFixed' } });
    expect(await plugin.ask(lead, 'PUT', `/classes/${classId}`, { ...typed({ endsOn: '2026-01-01' }), version })).toMatchObject({ status: 422 });
    expect(await plugin.ask(lead, 'PUT', `/classes/${classId}`, { ...typed(), version: version - 1 })).toMatchObject({ status: 409, body: { word: 'refusal.changed' } });
  });
});

describe('enrolment', () => {
  it('is proposed for people of one’s own units alone, once each', async () => {
    expect(await propose(agencyA, held.people.B[1]!)).toMatchObject({ status: 422, body: { word: 'refusal.unknownPerson' } });
    idOf(await propose(agencyA, held.people.A[0]!));
    expect(await propose(agencyA, held.people.A[0]!)).toMatchObject({ status: 409, body: { word: 'refusal.requestedAlready' } });
  });

  it('is refused without the consent of the unit, which another unit can’t give nor see', async () => {
    expect(await move(lead, held.people.A[0]!, 'enrol')).toMatchObject({ status: 409, body: { kind: 'guard-refused', refusals: ['refusal.noConsent'] } });
    expect(await move(agencyB, held.people.A[0]!, 'consent')).toMatchObject({ status: 404 });
    expect(fine(await plugin.ask(agencyB, 'GET', '/enrolments'))).toEqual({ items: [] });
    expect(await move(lead, held.people.A[0]!, 'consent')).toMatchObject({ status: 403 });
  });

  it('waits for the unit, then for the department, and names whom it is about', async () => {
    const waiting = async (as: Asker) => (await plugin.inbox(as)).map((it) => [it.state, it.person?.id]);
    const ofA0 = (state: string) => [[state, held.people.A[0]]];
    expect([await waiting(agencyA), await waiting(agencyB), await waiting(lead)]).toEqual([ofA0('submitted'), [], []]);
    fine(await move(agencyA, held.people.A[0]!, 'consent'));
    expect([await waiting(agencyA), await waiting(agencyB), await waiting(lead)]).toEqual([[], [], ofA0('consented')]);
    fine(await move(lead, held.people.A[0]!, 'enrol'));
    expect(await waiting(lead)).toEqual([]);
  });

  it('goes over the seats as far as the province lets it, and no further', async () => {
    await plugin.cluster.withTenant('alpha', ({ db }) => db.execute(sql`update p_ha_tinh_lao_classes set capacity = 3 where id = ${classId}::uuid`));
    await seat(agencyA, held.people.A[1]!);
    await seat(agencyB, held.people.B[1]!);
    idOf(await propose(agencyB, held.people.B[2]!));
    fine(await move(agencyB, held.people.B[2]!, 'consent'));
    expect(await move(lead, held.people.B[2]!, 'enrol')).toMatchObject({ body: { refusals: ['refusal.noSeatLeft'] } });
    expect(await move(lead, held.people.B[2]!, 'decline')).toMatchObject({ status: 409, body: { kind: 'reason-needed' } });
    fine(await move(lead, held.people.B[2]!, 'decline', 'Hết chỗ'));
  });

  it('tells the agency what became of it, once however often the work is tried', async () => {
    const { enrolment } = await enrolmentOf(held.people.B[2]!);
    const run = () => plugin.within(lead, (ctx) => handlers.tellAgency.run(ctx as PluginCtx<Config>, { enrolment, unit: held.units.B }, { key: 'work-1', attempt: 1 }));
    await run();
    await run();
    const told = fine(await plugin.ask(agencyB, 'GET', '/messages')) as { items: { id: string; kind: string }[] };
    expect(told.items).toMatchObject([{ kind: 'declined', seen: false, toldOn: expect.stringMatching(/^\d{4}-/) }]);
    expect(fine(await plugin.ask(agencyA, 'GET', '/messages'))).toEqual({ items: [] });
    expect(fine(await plugin.ask(agencyB, 'POST', '/messages/seen', { ids: told.items.map((one) => one.id) }))).toEqual({ seen: 1 });
  });
});

describe('the trial', () => {
  const session = async (heldOn: string, marks: Record<string, string>, path = `/classes/${classId}/sessions`): Promise<Answered> => plugin.ask(lead, 'POST', path, { heldOn, lessons: 4, topic: null, marks });

  it('begins with the class, and attendance is taken of its own people on its own days', async () => {
    expect(await step('beginTrial')).toMatchObject({ status: 409, body: { word: 'refusal.notBegun' } });
    plugin.setToday('2026-03-02');
    fine(await step('beginTrial'));
    const ids = (await look()).learners.filter((one) => one.state === 'enrolled').map((one) => one.enrolment);
    expect(await session('2026-03-03', {})).toMatchObject({ status: 422, body: { word: 'refusal.sessionDay' } });
    expect(await session('2026-03-02', { [classId]: 'present' })).toMatchObject({ status: 422, body: { word: 'refusal.stranger' } });
    idOf(await session('2026-03-02', Object.fromEntries(ids.map((id, at) => [id, at === 0 ? 'absent' : 'present']))));
    expect((await look()).learners.filter((one) => one.state === 'enrolled').map((one) => one.attendance.share)).toEqual([0, 10_000, 10_000]);
  });

  it('keeps who works with Laos: the proposal to cut is the one who came least of the others', async () => {
    idOf(await plugin.ask(lead, 'POST', '/duties', { person: held.people.A[0], work: 'Cửa khẩu Cầu Treo', from: '2025-01-01', last: null }));
    expect(await plugin.ask(lead, 'POST', '/duties', { person: held.people.A[0], work: 'Hai lần', from: '2026-01-01', last: null })).toMatchObject({ status: 409 });
    const { proposedCut } = await look();
    expect(proposedCut).toHaveLength(1);
    expect(proposedCut).not.toContain((await enrolmentOf(held.people.A[0]!)).enrolment);
  });

  it('is reminded of when it is over with too many, and of an agreement that ends, each once', async () => {
    plugin.setToday('2026-03-16');
    const nightly = () => plugin.within(lead, (ctx) => jobs.nightly.run(ctx as PluginCtx<Config>));
    await nightly();
    await nightly();
    const due = fine(await plugin.ask(lead, 'GET', '/reminders')) as { items: { kind: string }[] };
    expect(due.items.map((one) => one.kind).toSorted()).toEqual(['agreement-ending', 'follow-up-due', 'list-due']);
    expect((await look()).state).toBe('trial');
  });

  it('ends with the official list: no longer than the seats, a reason for each cut, and the cases follow it', async () => {
    const { version, proposedCut } = await look();
    const publish = (cuts: readonly { enrolment: string; reason: string }[]): Promise<Answered> => plugin.ask(lead, 'POST', `/classes/${classId}/official-list`, { order: '30/QĐ-SNgV', version, cuts });
    expect(await publish([])).toMatchObject({ status: 422, body: { word: 'refusal.overSeats', values: { kept: 3, seats: 2 } } });
    expect(await publish(proposedCut.map((enrolment) => ({ enrolment, reason: ' ' })))).toMatchObject({ status: 422, body: { word: 'refusal.reasonMissing' } });
    fine(await publish(proposedCut.map((enrolment) => ({ enrolment, reason: 'Vượt số chỗ' }))));
    const after = await look();
    expect(after).toMatchObject({ state: 'official', orderNumber: '30/QĐ-SNgV' });
    expect(after.learners.map((one) => one.state).toSorted()).toEqual(['cut', 'declined', 'official', 'official']);
    expect(after.learners.find((one) => one.state === 'cut')?.reason).toBe('Vượt số chỗ');
  });

  it('of a class within its seats is closed by the night, without an order', async () => {
    const first = classId;
    classId = idOf(await plugin.ask(lead, 'POST', '/classes', typed({ name: 'K2/2026', startsOn: '2026-03-16', seats: 5 })));
    fine(await step('open'));
    await seat(agencyA, held.people.A[2]!);
    fine(await step('beginTrial'));
    plugin.setToday('2026-03-30');
    await plugin.within(lead, (ctx) => jobs.nightly.run(ctx as PluginCtx<Config>));
    expect(await look()).toMatchObject({ state: 'official', orderNumber: null, learners: [{ state: 'official' }] });
    classId = first;
  });
});

describe('completion', () => {
  const certify = (enrolments: readonly string[]): Promise<Answered> => plugin.ask(lead, 'POST', `/classes/${classId}/certificates`, { decisionNumber: '80/QĐ-SNgV', decisionOn: '2026-07-01', enrolments });

  it('is certified after the class has ended, for who attended enough, with the next numbers of the year', async () => {
    const official = (await look()).learners.filter((one) => one.state === 'official');
    expect(await certify(official.map((one) => one.enrolment))).toMatchObject({ status: 409, body: { word: 'refusal.notEnded' } });
    plugin.setToday('2026-07-01');
    fine(await step('end'));
    const enough = (await look()).learners.filter((one) => one.refused === null);
    expect(enough).toHaveLength(1);
    expect(await certify(official.map((one) => one.enrolment))).toMatchObject({ status: 409, body: { word: 'refusal.notComplete' } });
    expect(await certify(enough.map((one) => one.enrolment))).toMatchObject({ status: 201, body: { numbers: ['TL-HT-0001/2026'] } });
    expect(await certify(enough.map((one) => one.enrolment))).toMatchObject({ status: 409 });
  });

  it('gets a level from Sở Giáo dục và Đào tạo alone', async () => {
    const { items } = fine(await plugin.ask(education, 'GET', '/certificates')) as { items: { id: string; person: string }[] };
    const confirm = (as: Asker, level: number): Promise<Answered> => plugin.ask(as, 'POST', `/certificates/${items[0]!.id}/level`, { level, document: '15/XN-SGDĐT', on: '2026-07-10' });
    expect(await confirm(lead, 1)).toMatchObject({ status: 403 });
    expect(await confirm(education, 7)).toMatchObject({ status: 409, body: { kind: 'invalid-input' } });
    fine(await confirm(education, 1));
    expect(fine(await plugin.ask(education, 'GET', `/people/${items[0]!.person}`))).toMatchObject({ classes: [{ certificate: { number: 'TL-HT-0001/2026', level: 1 } }] });
  });

  it('stands in the sections of the yearly report', async () => {
    const period = { from: isoDate('2026-01-01'), to: isoDate('2026-12-31') };
    const rows = await plugin.within(lead, (ctx) => reports.laoClasses.rows(ctx as PluginCtx<Config>, period));
    expect(rows).toMatchObject([{ year: 2026, class: 'K1/2026', learners: 2, lessons: 4, learnerLessons: 8, completions: 1, levels: 1 }, { class: 'K2/2026', learners: 1, completions: 0 }]);
    expect(await plugin.within(lead, (ctx) => reports.laoCompletions.rows(ctx as PluginCtx<Config>, period))).toMatchObject([{ number: 'TL-HT-0001/2026', attended: 4, due: 4, level: 1 }]);
  });

  it('counts in targets from its day: who works with Laos and has completed a course', async () => {
    const certified = (await look()).learners.find((one) => one.certificate)!;
    if (!certified.worksWithLaos) idOf(await plugin.ask(lead, 'POST', '/duties', { person: certified.person, work: 'Đối ngoại', from: '2026-01-01', last: null }));
    const counts = [await plugin.count('working-with-laos-basic-2030', '2026-06-30'), await plugin.count('working-with-laos-basic-2030', '2026-07-01')];
    expect(counts).toMatchObject([{ denominator: 2, numerator: 0 }, { denominator: 2, numerator: 1 }]);
  });
});

describe('who may do what', () => {
  it('is closed to roles that have nothing to do with Lao classes', async () => {
    const none: Asker[] = ['finance', 'committee-approver', 'provider', 'learner'].map((role) => ({ role }) as Asker);
    for (const as of none) for (const path of ['/classes', '/agreements', '/enrolments', '/certificates', '/duties', '/messages', '/reminders']) expect((await plugin.ask(as, 'GET', path)).status, `${as.role} ${path}`).toBe(403);
  });

  it('is not widened for an agency: it looks after its own people, and classes are not its to run', async () => {
    expect(await plugin.ask(agencyA, 'GET', '/classes')).toMatchObject({ status: 403 });
    expect(await plugin.ask(agencyA, 'POST', '/classes', typed())).toMatchObject({ status: 403 });
    expect(await plugin.ask(agencyA, 'GET', `/people/${held.people.B[1]}`)).toMatchObject({ status: 404 });
    expect(await plugin.ask({ role: 'agency-head', scope: subtreesOf([held.units.P as UnitId]) }, 'GET', `/people/${held.people.B[1]}`)).toMatchObject({ status: 200 });
  });
});

describe('the last seat of a class', () => {
  it('goes to one of two who are enrolled at the same moment, and the other is told that there is none left', async () => {
    classId = idOf(await plugin.ask(lead, 'POST', '/classes', typed({ name: 'K3/2026', seats: 1 })));
    fine(await step('open'));
    for (const [as, person] of [[agencyA, held.people.A[3]!], [agencyB, held.people.B[3]!]] as const) {
      idOf(await propose(as, person));
      fine(await move(as, person, 'consent'));
    }
    const handle = await plugin.cluster.openTenant('alpha');
    const enrol = (person: string) => () => move(lead, person, 'enrol');
    const answers = await raceFor(handle, sql`select 1 from p_ha_tinh_lao_classes where id = ${classId}::uuid for update`, enrol(held.people.A[3]!), enrol(held.people.B[3]!));
    expect(answers.map((it) => it.status).toSorted()).toEqual([200, 409]);
    expect(answers.find((it) => it.status === 409)).toMatchObject({ body: { kind: 'guard-refused', refusals: ['refusal.noSeatLeft'] } });
    expect((await look()).learners.filter((one) => one.state === 'enrolled')).toHaveLength(1);
    handle.release();
  });
});
