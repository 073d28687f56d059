import type { Command } from 'commander';
import { type EquivalenceChange, lastDayOf } from '@saubac/domain/levels';
import { type IsoDate, ok } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import { listSettingsRows } from '@saubac/services/catalogues';
import type { Ctx } from '@saubac/services/context';
import { adoptEquivalence, simulateEquivalence, type Simulation } from '@saubac/services/equivalence';
import { settingsRefusal } from '../frame/file-refusals.ts';
import type { Commands, Outcome, Refusal } from '../frame/frame.ts';
import { countOption, dateOption } from '../frame/options.ts';
import { table } from '../frame/table.ts';
import { withTenantContext } from '../frame/tenant-context.ts';
import { WrongUsage } from '../frame/wrong-usage.ts';

type ChangeOptions = {
  adopt?: string; end?: string; validity?: string; months?: number; from: IsoDate; ends?: string[]; basis?: string; on?: IsoDate; declaredToo?: boolean; limit?: number;
};
type AdoptOptions = ChangeOptions & { digest: string; correct?: boolean; why?: string };

const list = async (ctx: Ctx, words: Words): Promise<Outcome> => {
  const rows = await listSettingsRows(ctx, 'adoption');
  if (!rows.ok) return rows;
  if (rows.value.length === 0) return ok({ json: [], text: words.t('equivalence.none') });
  const text = table(
    (['table', 'from', 'lastDay', 'basis'] as const).map((it) => ({ heading: words.t(`equivalence.${it}`) })),
    rows.value.map((it) => {
      const lastDay = lastDayOf(it.validTo);
      return [it.table, words.date(it.validFrom), lastDay === null ? words.t('equivalence.noEnd') : words.date(lastDay), it.basis ?? ''];
    }),
  );
  return ok({ json: rows.value, text });
};

/** The one change that the options name. An ended table is the one adopted on the day before. */
const changeOf = async (ctx: Ctx, words: Words, { adopt, end, validity, months, from, ends = [], basis }: ChangeOptions): Promise<EquivalenceChange> => {
  if ([adopt, end, validity].filter((it) => it !== undefined).length !== 1) throw new WrongUsage(words.t('cli.invalidValue', { name: '--adopt', value: '', expected: words.t('cli.expectsOneOf', { choices: ['--adopt', '--end', '--validity'] }) }));
  const given = basis === undefined ? {} : { basis };
  if (adopt !== undefined) return { act: 'adopt', table: adopt, from, validTo: 'infinity', endsTables: ends, ...given };
  if (validity !== undefined) return { act: 'validity', type: validity, months: months ?? null, from, ...given };
  const rows = await listSettingsRows(ctx, 'adoption');
  const found = rows.ok ? rows.value.find((it) => it.table === end && it.validFrom < from && from <= it.validTo) : undefined;
  return { act: 'end', table: end ?? '', from: found?.validFrom ?? from, validTo: from };
};

const level = (words: Words, it: number | null): string => (it === null ? words.t('equivalence.noLevel') : words.t('reasons.level', { level: it }));
const numberOr = (words: Words, it: number | null): string => (it === null ? '–' : words.number(it));

const targetTable = (words: Words, { targets, on }: Simulation): string =>
  `${words.t('equivalence.targetsOn', { on })}\n${table(
    [{ heading: words.t('equivalence.target') }, ...(['reachedBefore', 'reachedAfter', 'missingBefore', 'missingAfter'] as const).map((it) => ({ heading: words.t(`equivalence.${it}`), align: 'right' as const }))],
    targets.map(({ before, after }) => [before.target, ...[before.numerator, after.numerator, before.missing, after.missing].map((it) => numberOr(words, it))]),
  )}`;

const inWords = (words: Words, simulation: Simulation): string => {
  const { people, moves, changes, targets, digest } = simulation;
  const counts = table(
    [{ heading: words.t('equivalence.before') }, { heading: words.t('equivalence.after') }, { heading: words.t('equivalence.count'), align: 'right' }],
    moves.map((it) => [level(words, it.before), level(words, it.after), words.number(it.people)]),
  );
  const named = table(
    (['name', 'language', 'before', 'after', 'since'] as const).map((it) => ({ heading: words.t(`equivalence.${it}`) })),
    changes.items.map((it) => [it.person.fullName, it.language, level(words, it.before?.level ?? null), level(words, it.after?.level ?? null), words.date(it.since)]),
  );
  const who = people === 0 ? [words.t('equivalence.nobody')] : [words.t('equivalence.people', { count: people }), counts, named];
  return [...who, ...(targets.length > 0 ? [targetTable(words, simulation)] : []), words.t('equivalence.digest', { digest })].join('\n');
};

const refusal = <F extends Refusal>(failure: F, words: Words): Refusal => (failure.kind === 'settings-have-problems' ? settingsRefusal(failure as unknown as Parameters<typeof settingsRefusal>[0], words) : failure);

const simulate = async (ctx: Ctx, words: Words, { on, declaredToo, limit = 200, ...options }: ChangeOptions): Promise<Outcome> => {
  const found = await simulateEquivalence(ctx, { change: await changeOf(ctx, words, { ...options }), on, declaredToo, limit });
  return found.ok ? ok({ json: found.value, text: inWords(words, found.value) }) : { ok: false, failure: refusal(found.failure, words) };
};

const adopt = async (ctx: Ctx, words: Words, { on, declaredToo, digest, correct, why, ...options }: AdoptOptions): Promise<Outcome> => {
  const done = await adoptEquivalence(ctx, { change: await changeOf(ctx, words, { ...options }), on, declaredToo, digest, correct, why });
  return done.ok ? ok({ json: done.value, text: words.t('equivalence.adopted', { count: done.value.people }) }) : { ok: false, failure: refusal(done.failure, words) };
};

const withChange = (command: Command, words: Words): Command =>
  command
    .argument('<slug>', words.t('tenant.slugArgument'))
    .option('--adopt <table>', words.t('equivalence.adoptOption'))
    .option('--end <table>', words.t('equivalence.endOption'))
    .option('--validity <type>', words.t('equivalence.validityOption'))
    .addOption(countOption(words, '--months <n>', words.t('equivalence.monthsOption')))
    .addOption(dateOption(words, '--from <date>', words.t('equivalence.fromOption')).makeOptionMandatory())
    .option('--ends <tables...>', words.t('equivalence.endsOption'))
    .option('--basis <text>', words.t('equivalence.basisOption'))
    .addOption(dateOption(words, '--on <date>', words.t('equivalence.onOption')))
    .option('--declared-too', words.t('equivalence.declaredOption'));

export const equivalenceCommands: Commands = (program, { words, env, action }) => {
  const equivalence = program.command('equivalence').description(words.t('equivalence.about'));
  equivalence
    .command('list')
    .description(words.t('equivalence.listAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .action(action((slug: string) => withTenantContext(env, slug, (ctx) => list(ctx, words))));
  withChange(equivalence.command('simulate').description(words.t('equivalence.simulateAbout')), words)
    .addOption(countOption(words, '--limit <n>', words.t('equivalence.limitOption')))
    .action(action((slug: string, options: ChangeOptions) => withTenantContext(env, slug, (ctx) => simulate(ctx, words, options))));
  withChange(equivalence.command('adopt').description(words.t('equivalence.adoptAbout')), words)
    .requiredOption('--digest <digest>', words.t('equivalence.digestOption'))
    .option('--correct', words.t('equivalence.correctOption'))
    .option('--why <text>', words.t('equivalence.whyOption'))
    .action(action((slug: string, options: AdoptOptions) => withTenantContext(env, slug, (ctx) => adopt(ctx, words, options))));
};
