import type { Command } from 'commander';
import { mainPostChoices, mergeFields, type FieldChoices, type MainPostChoice } from '@saubac/domain/twins';
import { fail, isUuid, ok, type PersonId } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import {
  confirmMerge, type Dependency, dismissTwins, listElsewhere, listMerges, listTwins, type MergePreview, previewMerge, proposeMerge, setAcrossProvinces, type Twins, unmerge, withdrawMerge,
} from '@saubac/services/twins';
import type { Commands, Outcome, Refusal } from '../frame/frame.ts';
import { choiceOption, countOption } from '../frame/options.ts';
import { table } from '../frame/table.ts';
import { withTenantContext } from '../frame/tenant-context.ts';
import { WrongUsage } from '../frame/wrong-usage.ts';

type Chosen = { take?: string[]; mainPosts?: MainPostChoice; why?: string };

const person = (words: Words, it: string): PersonId => {
  if (!isUuid(it)) throw new WrongUsage(words.t('cli.invalidValue', { name: words.t('twins.oneArgument'), value: it, expected: 'uuid' }));
  return it as PersonId;
};

const choicesOf = (words: Words, { take = [], mainPosts }: Chosen): { fields: FieldChoices; mainPosts?: MainPostChoice } => {
  const wrong = take.find((it) => !(mergeFields as readonly string[]).includes(it));
  if (wrong !== undefined) throw new WrongUsage(words.t('cli.invalidValue', { name: '--take', value: wrong, expected: words.t('cli.expectsOneOf', { choices: mergeFields }) }));
  return { fields: Object.fromEntries(take.map((it) => [it, 'going'])), ...(mainPosts === undefined ? {} : { mainPosts }) };
};

const reasons = (words: Words, { reasons: all }: Pick<Twins, 'reasons'>): string => all.map(({ reason, points }) => words.t('twins.reason', { text: words.t(`twins.reason-${reason}`), points })).join('; ');
const card = (it: Twins['one']): string => [it.fullName, it.idNumber, it.unit?.name, it.id].filter(Boolean).join(', ');

const list = async (ctx: Ctx, words: Words, { limit = 100, least }: { limit?: number; least?: number }): Promise<Outcome> => {
  const page = await listTwins(ctx, { limit, ...(least === undefined ? {} : { least }) });
  if (!page.ok) return page;
  if (page.value.items.length === 0) return ok({ json: page.value, text: words.t('twins.none') });
  const text = table(
    [{ heading: words.t('twins.score'), align: 'right' }, ...(['one', 'other', 'reasons'] as const).map((it) => ({ heading: words.t(`twins.${it}`) }))],
    page.value.items.map((it) => [words.number(it.score), card(it.one), card(it.other), reasons(words, it)]),
  );
  return ok({ json: page.value, text });
};

const level = (words: Words, it: number | null): string => (it === null ? words.t('twins.noLevel') : String(it));

const inWords = (words: Words, it: MergePreview): string =>
  [
    `${card(it.staying)} ← ${card(it.going)}`,
    reasons(words, it),
    words.t('twins.previewMoves', it.moves),
    words.t('twins.previewDropped', it.dropped),
    ...it.levels.map(({ language, staying, going, merged }) => words.t('twins.previewLevel', { language, staying: level(words, staying), going: level(words, going), merged: level(words, merged) })),
    ...it.targets.map(({ before, after }) => words.t('twins.previewTarget', { target: before.target, before: before.numerator ?? 0, after: after.numerator ?? 0 })),
  ].join('\n');

/** Why it can't be, with a sentence for each thing in the way. */
const refusal = <F extends Refusal>(failure: F, words: Words): { ok: false; failure: Refusal } => {
  const parts = failure as unknown as { overlaps?: { from: string; staying: string; going: string }[]; dependencies?: Dependency[] };
  const overlaps = (parts.overlaps ?? []).map(({ from, staying, going }) => words.t('twins.overlap', { from, staying, going }));
  const dependencies = (parts.dependencies ?? []).map(({ what, ...values }) => words.t(`twins.dependency-${what}`, values as never));
  return fail({ ...failure, sentences: [...overlaps, ...dependencies] });
};

type Two = { staying: string; going: string };

const preview = async (ctx: Ctx, words: Words, { staying, going }: Two, options: Chosen): Promise<Outcome> => {
  const found = await previewMerge(ctx, { staying: person(words, staying), going: person(words, going), choices: choicesOf(words, options) });
  return found.ok ? ok({ json: found.value, text: inWords(words, found.value) }) : refusal(found.failure, words);
};

const propose = async (ctx: Ctx, words: Words, { staying, going }: Two, options: Chosen): Promise<Outcome> => {
  const done = await proposeMerge(ctx, { staying: person(words, staying), going: person(words, going), choices: choicesOf(words, options), why: options.why });
  return done.ok ? ok({ json: done.value, text: `${inWords(words, done.value.preview)}\n${words.t('twins.proposed', { merge: done.value.id })}` }) : refusal(done.failure, words);
};

const merges = async (ctx: Ctx, words: Words, { state, limit = 100 }: { state?: 'proposed'; limit?: number }): Promise<Outcome> => {
  const page = await listMerges(ctx, { state, limit });
  if (!page.ok) return page;
  if (page.value.items.length === 0) return ok({ json: page.value, text: words.t('twins.noMerges') });
  const text = table(
    (['merge', 'state', 'staying', 'going', 'proposedBy'] as const).map((it) => ({ heading: words.t(`twins.${it}`) })),
    page.value.items.map((it) => [it.id, words.t(`twins.state-${it.state}`), it.staying.fullName ?? it.staying.id, it.going.fullName ?? it.going.id, it.proposed.label]),
  );
  return ok({ json: page.value, text });
};

const decide = async (ctx: Ctx, words: Words, verb: 'confirm' | 'withdraw' | 'unmerge', input: { merge: string; why?: string }): Promise<Outcome> => {
  person(words, input.merge);
  if (verb === 'withdraw') {
    const done = await withdrawMerge(ctx, input);
    return done.ok ? ok({ json: done.value, text: words.t('twins.withdrawn') }) : done;
  }
  const done = verb === 'confirm' ? await confirmMerge(ctx, input) : await unmerge(ctx, input);
  if (!done.ok) return refusal(done.failure, words);
  return ok({ json: done.value, text: words.t(verb === 'confirm' ? 'twins.confirmed' : 'twins.unmerged', { staying: done.value.staying, going: done.value.going }) });
};

const dismiss = async (ctx: Ctx, words: Words, one: string, other: string, why?: string): Promise<Outcome> => {
  const done = await dismissTwins(ctx, { people: [person(words, one), person(words, other)], why });
  return done.ok ? ok({ json: done.value, text: words.t('twins.dismissed') }) : done;
};

const elsewhere = async (ctx: Ctx, words: Words, { limit = 100 }: { limit?: number }): Promise<Outcome> => {
  const page = await listElsewhere(ctx, { limit });
  if (!page.ok) return page;
  const { takesPart, items } = page.value;
  if (items.length === 0) return ok({ json: page.value, text: words.t(takesPart ? 'twins.nobodyElsewhere' : 'twins.takesNoPart') });
  const text = table([{ heading: words.t('twins.one') }, { heading: words.t('twins.province') }, { heading: words.t('twins.since') }], items.map((it) => [[it.fullName, it.idNumber, it.id].filter(Boolean).join(', '), it.province, words.date(it.since)]));
  return ok({ json: page.value, text });
};

const across = async (ctx: Ctx, words: Words, to: string, why?: string): Promise<Outcome> => {
  if (to !== 'on' && to !== 'off') throw new WrongUsage(words.t('cli.invalidValue', { name: '<on|off>', value: to, expected: words.t('cli.expectsOneOf', { choices: ['on', 'off'] }) }));
  const set = await setAcrossProvinces(ctx, { takesPart: to === 'on', why });
  return set.ok ? ok({ json: set.value, text: words.t(to === 'on' ? 'twins.acrossOn' : 'twins.acrossOff') }) : set;
};

const withTwo = (command: Command, words: Words): Command =>
  command
    .argument('<slug>', words.t('tenant.slugArgument'))
    .argument('<staying>', words.t('twins.stayingArgument'))
    .argument('<going>', words.t('twins.goingArgument'))
    .option('--take <fields...>', words.t('twins.takeOption'))
    .addOption(choiceOption(words, '--main-posts <choice>', words.t('twins.mainPostsOption'), mainPostChoices));

export const twinsCommands: Commands = (program, { words, env, action }) => {
  const twins = program.command('twins').description(words.t('twins.about'));
  const slug = words.t('tenant.slugArgument');
  const why = ['--why <text>', words.t('twins.whyOption')] as const;
  const limit = countOption(words, '--limit <n>', words.t('twins.limitOption'));
  twins.command('list').description(words.t('twins.listAbout')).argument('<slug>', slug).addOption(limit).addOption(countOption(words, '--least <points>', words.t('twins.leastOption')))
    .action(action((it: string, options: { limit?: number; least?: number }) => withTenantContext(env, it, (ctx) => list(ctx, words, options))));
  twins.command('elsewhere').description(words.t('twins.elsewhereAbout')).argument('<slug>', slug).addOption(limit)
    .action(action((it: string, options: { limit?: number }) => withTenantContext(env, it, (ctx) => elsewhere(ctx, words, options))));
  twins.command('across').description(words.t('twins.acrossAbout')).argument('<slug>', slug).argument('<on|off>', words.t('twins.onOffArgument')).option(...why)
    .action(action((it: string, to: string, options: { why?: string }) => withTenantContext(env, it, (ctx) => across(ctx, words, to, options.why))));
  withTwo(twins.command('preview').description(words.t('twins.previewAbout')), words)
    .action(action((it: string, staying: string, going: string, options: Chosen) => withTenantContext(env, it, (ctx) => preview(ctx, words, { staying, going }, options))));
  withTwo(twins.command('propose').description(words.t('twins.proposeAbout')), words).option(...why)
    .action(action((it: string, staying: string, going: string, options: Chosen) => withTenantContext(env, it, (ctx) => propose(ctx, words, { staying, going }, options))));
  twins.command('merges').description(words.t('twins.mergesAbout')).argument('<slug>', slug).addOption(limit).addOption(choiceOption(words, '--state <state>', words.t('twins.stateOption'), ['proposed', 'confirmed', 'withdrawn', 'undone']))
    .action(action((it: string, options: { state?: 'proposed'; limit?: number }) => withTenantContext(env, it, (ctx) => merges(ctx, words, options))));
  for (const verb of ['confirm', 'withdraw', 'unmerge'] as const) {
    twins.command(verb).description(words.t(`twins.${verb}About`)).argument('<slug>', slug).argument('<merge>', words.t('twins.mergeArgument')).option(...why)
      .action(action((it: string, merge: string, options: { why?: string }) => withTenantContext(env, it, (ctx) => decide(ctx, words, verb, { merge, ...options }))));
  }
  twins.command('dismiss').description(words.t('twins.dismissAbout')).argument('<slug>', slug).argument('<one>', words.t('twins.oneArgument')).argument('<other>', words.t('twins.otherArgument')).option(...why)
    .action(action((it: string, one: string, other: string, options: { why?: string }) => withTenantContext(env, it, (ctx) => dismiss(ctx, words, one, other, options.why))));
};
