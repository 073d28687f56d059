import type { Command } from 'commander';
import { anchorNow } from '@saubac/db/audit';
import type { Cluster } from '@saubac/db/cluster';
import { changeKinds, type ChangeKind, closeSets, type CloseSet, parsePeriod } from '@saubac/domain/closes';
import { type IsoDate, ok } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import {
  anchorClose, approveClose, cancelClose, changedPeople, closeFigures, closeFiguresByUnit, type CloseView, compareCloses, freezeClose, getClose, listCloses, peopleBehindClose, type PeopleThenPage,
  previewClose, printClose, sendBackClose, startClose, targetTrend,
} from '@saubac/services/closes';
import type { Ctx, LaterWork } from '@saubac/services/context';
import { factDefinitions } from '@saubac/services/targets';
import type { Commands, Frame, Outcome } from '../frame/frame.ts';
import { withInstallation } from '../frame/installation.ts';
import { choiceOption, countOption, dateOption } from '../frame/options.ts';
import { inTenant, withTenantContext } from '../frame/tenant-context.ts';
import { changedLine, closeLine, closesTable, comparisonInWords, personLine, previewInWords, targetsTable, trendTable, unitsTable } from './close-tables.ts';

type PeriodOptions = { cutOff?: IsoDate; reason?: string };

const pageSize = 1_000;

// What the worker would do is done here and now; it finds nothing left to do.
const atOnce = (ctx: Ctx): LaterWork => ({
  tenant: ctx.tenant, db: ctx.db, now: ctx.now, registryOn: () => Promise.resolve(ctx.registry), mayEnter: () => Promise.resolve(true), signal: new AbortController().signal, complete: () => Promise.resolve(),
});

const daysOf = (ctx: Ctx, text: string, { cutOff }: PeriodOptions) => {
  const period = parsePeriod(text);
  if (!period.ok) return period;
  const { from, to } = period.value;
  return ok({ from, to, cutOff: cutOff ?? (to > ctx.today && from <= ctx.today ? ctx.today : to) });
};

const told = (it: CloseView, text: string): Outcome => ok({ json: it, text });

const preview = async (ctx: Ctx, words: Words, text: string, options: PeriodOptions): Promise<Outcome> => {
  const period = daysOf(ctx, text, options);
  if (!period.ok) return period;
  const found = await previewClose(ctx, period.value);
  return found.ok ? ok({ json: found.value, text: previewInWords(words, found.value) }) : found;
};

const again = async (ctx: Ctx, id: string, text: (it: CloseView) => string): Promise<Outcome> => {
  const now = await getClose(ctx, id);
  if (!now.ok) return now;
  return now.value.failure ? { ok: false, failure: now.value.failure } : told(now.value, text(now.value));
};

const make = async (ctx: Ctx, words: Words, text: string, options: PeriodOptions): Promise<Outcome> => {
  const period = daysOf(ctx, text, options);
  if (!period.ok) return period;
  const started = await startClose(ctx, { ...period.value, reason: options.reason });
  if (!started.ok) return started;
  await freezeClose(atOnce(ctx), started.value.id);
  return again(ctx, started.value.id, (it) => words.t('closes.prepared', { period: it.period, number: it.number }));
};

const approve = async (cluster: Cluster, ctx: Ctx, words: Words, close: string): Promise<Outcome> => {
  const seen = await getClose(ctx, close);
  if (!seen.ok) return seen;
  const approved = await approveClose(ctx, { close: seen.value.id, version: seen.value.version });
  if (!approved.ok) return approved;
  const tenant = await cluster.findTenant(ctx.tenant.slug);
  if (tenant) await anchorClose({ ...atOnce(ctx), anchor: () => anchorNow(cluster.registry, cluster.provisioner, tenant) }, seen.value.id);
  return again(ctx, seen.value.id, (it) => words.t('closes.signed', { period: it.period, number: it.number, anchor: it.anchor?.position ?? 0 }));
};

const cancel = async (ctx: Ctx, words: Words, close: string, why: string | undefined): Promise<Outcome> => {
  const cancelled = await cancelClose(ctx, { close, why });
  return cancelled.ok ? told(cancelled.value, words.t('closes.cancelled', { period: cancelled.value.period, number: cancelled.value.number })) : cancelled;
};

const sendBack = async (ctx: Ctx, words: Words, close: string, reason: string): Promise<Outcome> => {
  const sent = await sendBackClose(ctx, { close, reason });
  return sent.ok ? told(sent.value, words.t('closes.sentBack', { period: sent.value.period, number: sent.value.number })) : sent;
};

const list = async (ctx: Ctx, words: Words): Promise<Outcome> => {
  const listed = await listCloses(ctx, { limit: pageSize });
  if (!listed.ok) return listed;
  const { closes } = listed.value;
  return ok({ json: closes, text: closes.length === 0 ? words.t('closes.none') : closesTable(words, closes) });
};

type ShowOptions = { unit?: string; target?: string; planVersion?: number };

const show = async (ctx: Ctx, words: Words, close: string, { target, ...options }: ShowOptions): Promise<Outcome> => {
  if (target !== undefined) {
    const byUnit = await closeFiguresByUnit(ctx, { close, target, ...options });
    return byUnit.ok ? ok({ json: byUnit.value, text: unitsTable(words, byUnit.value) }) : byUnit;
  }
  const figures = await closeFigures(ctx, { close, unit: options.unit });
  return figures.ok ? ok({ json: figures.value, text: `${closeLine(words, figures.value.close)}\n\n${targetsTable(words, figures.value.targets)}` }) : figures;
};

// The close was found a moment ago and never changes: only its being given up in between can end up here.
const ofNext = <T>(page: { ok: true; value: T } | { ok: false; failure: { kind: string } }): T => {
  if (!page.ok) throw new Error(page.failure.kind);
  return page.value;
};

type Place = NonNullable<PeopleThenPage['next']>;
type PageOf<Item> = { people: readonly Item[]; next: Place | null };

async function* everybody<Item>(first: PageOf<Item>, following: (after: Place) => Promise<PageOf<Item>>): AsyncGenerator<Item> {
  for (let page = first; ; page = await following(page.next)) {
    yield* page.people;
    if (page.next === null) return;
  }
}

type PeopleOptions = ShowOptions & { target: string; in: CloseSet };

const people = async (ctx: Ctx, { words, writeRows }: Frame, close: string, { in: set, ...options }: PeopleOptions): Promise<Outcome> => {
  const pageAfter = (after: Place | null) => peopleBehindClose(ctx, { close, set, ...options, after, limit: pageSize });
  const first = await pageAfter(null);
  if (!first.ok) return first;
  const definitions = factDefinitions(ctx.registry);
  await writeRows({
    items: everybody(first.value, async (after) => ofNext(await pageAfter(after))),
    json: (it) => it, line: (it) => personLine(words, definitions, it), ending: (count) => words.t(count === 0 ? 'targets.peopleNone' : 'targets.peopleCount', { count }),
  });
  return ok(null);
};

type CompareOptions = { target?: string; kind?: ChangeKind };

const compare = async (ctx: Ctx, { words, writeRows }: Frame, before: string, after: string, { target, kind }: CompareOptions): Promise<Outcome> => {
  if (target === undefined) {
    const compared = await compareCloses(ctx, { before, after });
    return compared.ok ? ok({ json: compared.value, text: comparisonInWords(words, compared.value) }) : compared;
  }
  const pageAfter = (place: Place | null) => changedPeople(ctx, { before, after, target, kinds: kind && [kind], page: { after: place, limit: pageSize } });
  const first = await pageAfter(null);
  if (!first.ok) return first;
  const definitions = factDefinitions(ctx.registry);
  await writeRows({
    items: everybody(first.value, async (place) => ofNext(await pageAfter(place))),
    json: (it) => it, line: (it) => changedLine(words, definitions, it), ending: (count) => (count === 0 ? words.t('closes.noChanges') : words.t('targets.peopleCount', { count })),
  });
  return ok(null);
};

const print = async (ctx: Ctx, words: Words, close: string, out: string): Promise<Outcome> => {
  const printed = await printClose(ctx, { close, path: out, words });
  if (!printed.ok) return printed;
  const { period, number } = printed.value.close;
  return ok({ json: { file: out, ...printed.value.close }, text: words.t('closes.printed', { period, number, file: out }) });
};

const trend = async (ctx: Ctx, words: Words, options: { target: string; unit?: string; from?: IsoDate; to?: IsoDate }): Promise<Outcome> => {
  const found = await targetTrend(ctx, options);
  return found.ok ? ok({ json: found.value, text: trendTable(words, found.value) }) : found;
};

const reading = (noun: Command, { words, env, action, ...frame }: Frame): void => {
  const whole = { words, env, action, ...frame };
  const onClose = (name: string, about: string): Command => noun.command(name).description(about).argument('<slug>', words.t('tenant.slugArgument')).argument('<close>', words.t('closes.closeArgument'));
  onClose('show', words.t('closes.showAbout')).option('--unit <code>', words.t('targets.unitOption')).option('--target <id>', words.t('closes.targetOption')).addOption(countOption(words, '--plan-version <n>', words.t('targets.versionOption')))
    .action(action((slug: string, close: string, options: ShowOptions) => withTenantContext(env, slug, (ctx) => show(ctx, words, close, options))));
  onClose('people', words.t('closes.peopleAbout')).requiredOption('--target <id>', words.t('targets.targetOption')).option('--unit <code>', words.t('targets.unitOption')).addOption(choiceOption(words, '--in <set>', words.t('closes.setOption'), closeSets).makeOptionMandatory())
    .addOption(countOption(words, '--plan-version <n>', words.t('targets.versionOption')))
    .action(action((slug: string, close: string, options: PeopleOptions) => withTenantContext(env, slug, (ctx) => people(ctx, whole, close, options))));
  onClose('compare', words.t('closes.compareAbout')).argument('<after>', words.t('closes.closeArgument')).option('--target <id>', words.t('targets.targetOption')).addOption(choiceOption(words, '--kind <kind>', words.t('closes.kindOption'), changeKinds))
    .action(action((slug: string, before: string, after: string, options: CompareOptions) => withTenantContext(env, slug, (ctx) => compare(ctx, whole, before, after, options))));
  onClose('print', words.t('closes.printAbout')).requiredOption('--out <file>', words.t('closes.outOption'))
    .action(action((slug: string, close: string, { out }: { out: string }) => withTenantContext(env, slug, (ctx) => print(ctx, words, close, out))));
};

export const closeCommands: Commands = (program, frame) => {
  const { words, env, action } = frame;
  const noun = program.command('close').description(words.t('closes.about'));
  const onPeriod = (name: string, about: string): Command =>
    noun.command(name).description(about).argument('<slug>', words.t('tenant.slugArgument')).argument('<period>', words.t('closes.periodArgument')).addOption(dateOption(words, '--cut-off <date>', words.t('closes.cutOffOption')));
  const onClose = (name: string, about: string): Command => noun.command(name).description(about).argument('<slug>', words.t('tenant.slugArgument')).argument('<close>', words.t('closes.closeArgument'));
  onPeriod('preview', words.t('closes.previewAbout')).action(action((slug: string, period: string, options: PeriodOptions) => withTenantContext(env, slug, (ctx) => preview(ctx, words, period, options))));
  onPeriod('make', words.t('closes.makeAbout')).option('--reason <text>', words.t('closes.reasonOption')).action(action((slug: string, period: string, options: PeriodOptions) => withTenantContext(env, slug, (ctx) => make(ctx, words, period, options))));
  onClose('approve', words.t('closes.approveAbout')).action(action((slug: string, close: string) => withInstallation(env, (cluster) => inTenant(cluster, slug, (ctx) => approve(cluster, ctx, words, close)))));
  onClose('cancel', words.t('closes.cancelAbout')).option('--why <text>', words.t('closes.whyOption')).action(action((slug: string, close: string, { why }: { why?: string }) => withTenantContext(env, slug, (ctx) => cancel(ctx, words, close, why))));
  onClose('send-back', words.t('closes.sendBackAbout')).requiredOption('--why <text>', words.t('closes.sendBackWhyOption')).action(action((slug: string, close: string, { why }: { why: string }) => withTenantContext(env, slug, (ctx) => sendBack(ctx, words, close, why))));
  noun.command('list').description(words.t('closes.listAbout')).argument('<slug>', words.t('tenant.slugArgument')).action(action((slug: string) => withTenantContext(env, slug, (ctx) => list(ctx, words))));
  reading(noun, frame);
  program.command('trend').description(words.t('closes.trendAbout')).argument('<slug>', words.t('tenant.slugArgument')).requiredOption('--target <id>', words.t('targets.targetOption')).option('--unit <code>', words.t('targets.unitOption'))
    .addOption(dateOption(words, '--from <date>', words.t('closes.day'))).addOption(dateOption(words, '--to <date>', words.t('closes.day')))
    .action(action((slug: string, options: { target: string; unit?: string; from?: IsoDate; to?: IsoDate }) => withTenantContext(env, slug, (ctx) => trend(ctx, words, options))));
};
