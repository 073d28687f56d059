import type { Command } from 'commander';
import { ok, fail, type IsoDate } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import {
  changeRefusalInWords, changeWorkbookFile, commitUnitChange, dropUnitChange, getUnitChange, listChangeFindings, listUnitChanges, type FileInput, type ListedFinding, prepareFromFile, previewUnitChange, type UnitChangeView, withdrawUnitChange,
} from '@saubac/services/unit-changes';
import type { Frame, Outcome } from '../frame/frame.ts';
import { choiceOption, countOption, dateOption } from '../frame/options.ts';
import { table } from '../frame/table.ts';
import { withTenantContext } from '../frame/tenant-context.ts';
import { writeBytes } from '../frame/write-workbook.ts';

type PreviewOptions = { title?: string; on?: IsoDate; why?: string };
const lists = ['refusals', 'units', 'people', 'stranded', 'grants', 'plans', 'figures'] as const;
type List = (typeof lists)[number];

const told = (words: Words, it: UnitChangeView): string => words.t('unitChanges.summary', { title: it.title, on: it.firstDay, state: words.t(`unitChanges.${it.state}`), version: String(it.version) });

const inWords = (words: Words, it: UnitChangeView): string => {
  const head = [it.id, told(words, it)];
  const { preview } = it;
  if (!preview) return head.join('\n');
  const { created, ended, changed, people, posts, grants, plans, figures, whole } = preview;
  const heads = (figure: { denominator: number; numerator: number } | null): string => (figure ? `${words.number(figure.numerator)} / ${words.number(figure.denominator)}` : '–');
  return [
    ...head,
    words.t('unitChanges.units', { created, ended, changed }),
    words.t('unitChanges.people', { people, ...posts }),
    words.t('unitChanges.touched', { grants, plans, figures }),
    ...(whole.length > 0
      ? ['', table([{ heading: words.t('unitChanges.target') }, { heading: words.t('unitChanges.before'), align: 'right' }, { heading: words.t('unitChanges.after'), align: 'right' }], whole.map((row) => [words.text(row.title), heads(row.before), heads(row.after)]))]
      : []),
  ].join('\n');
};

const shownOutcome = (words: Words, it: UnitChangeView): Outcome => ok({ json: it, text: inWords(words, it) });

const isId = (source: string): boolean => /^[0-9a-f-]{36}$/i.test(source);

/** Prepares a change from a file, or takes one that is there, and shows what it would do; what refuses it is told row by row. */
export const preview = async (ctx: Ctx, words: Words, source: string, options: PreviewOptions): Promise<Outcome> => {
  const input: FileInput = { path: source, ...options };
  const prepared = isId(source) ? await getUnitChange(ctx, source) : await prepareFromFile(ctx, input);
  if (!prepared.ok) return fail(prepared.failure.kind === 'unit-change-rows-refused' ? { ...prepared.failure, sentences: prepared.failure.refusals.map((it) => changeRefusalInWords(it, words)) } : prepared.failure);
  const previewed = await previewUnitChange(ctx, prepared.value.id);
  if (!previewed.ok) return previewed;
  if (previewed.value.failure === null) return shownOutcome(words, previewed.value);
  const refusals = await listChangeFindings(ctx, { id: previewed.value.id, list: 'refusals', limit: 200 });
  return fail({ ...previewed.value.failure, change: previewed.value.id, sentences: refusals.ok ? refusals.value.items.map((it) => changeRefusalInWords(it, words)) : [] });
};

const commit = async (ctx: Ctx, words: Words, id: string, { seen }: { seen?: number }): Promise<Outcome> => {
  const found = await getUnitChange(ctx, id);
  if (!found.ok) return found;
  const committed = await commitUnitChange(ctx, { id, version: seen ?? found.value.version });
  return committed.ok ? shownOutcome(words, committed.value) : committed;
};

const withdraw = async (ctx: Ctx, words: Words, id: string, why: string): Promise<Outcome> => {
  const withdrawn = await withdrawUnitChange(ctx, { id, why });
  if (withdrawn.ok) return shownOutcome(words, withdrawn.value);
  const { failure } = withdrawn;
  return fail(failure.kind === 'unit-change-built-upon' ? { ...failure, sentences: failure.dependents.map(({ kind, unit, id: subject }) => [kind, unit, subject].filter(Boolean).join(' ')) } : failure);
};

const drop = async (ctx: Ctx, words: Words, id: string): Promise<Outcome> => {
  const found = await getUnitChange(ctx, id);
  if (!found.ok) return found;
  const dropped = await dropUnitChange(ctx, { id, version: found.value.version });
  return dropped.ok ? shownOutcome(words, dropped.value) : dropped;
};

const list = async (ctx: Ctx, words: Words): Promise<Outcome> => {
  const page = await listUnitChanges(ctx, { limit: 200 });
  if (!page.ok) return page;
  const { changes } = page.value;
  const headings = (['id', 'title', 'day', 'state'] as const).map((it) => ({ heading: words.t(`unitChanges.${it}`) }));
  return ok({ json: changes, text: changes.length === 0 ? words.t('unitChanges.none') : table(headings, changes.map((it) => [it.id, it.title, words.date(it.firstDay), words.t(`unitChanges.${it.state}`)])) });
};

const show = async (ctx: Ctx, words: Words, id: string, options: { list?: List }): Promise<Outcome> => {
  const found = await getUnitChange(ctx, id);
  if (!found.ok) return found;
  if (options.list === undefined) return shownOutcome(words, found.value);
  const items: ListedFinding<List>[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof listChangeFindings<List>>> = await listChangeFindings<List>(ctx, { id, list: options.list, after, limit: 1_000 });
    if (!page.ok) return page;
    items.push(...page.value.items);
    after = page.value.next;
  }
  const line = (it: object): string => Object.entries(it).flatMap(([key, value]) => (value === null || typeof value === 'object' ? [] : [`${key} ${String(value)}`])).join(', ');
  return ok({ json: items, text: items.length === 0 ? words.t('unitChanges.nothingListed') : items.map(line).join('\n') });
};

/** Adds `unit change …` to the commands of units. */
export const addUnitChange = (unit: Command, { words, env, action }: Frame): void => {
  const change = unit.command('change').description(words.t('unitChanges.about'));
  const named = (name: string, about: string): Command => change.command(name).description(about).argument('<slug>', words.t('tenant.slugArgument'));
  change
    .command('template')
    .description(words.t('unitChanges.templateAbout'))
    .requiredOption('--out <file>', words.t('roster.outOption'))
    .action(action(async ({ out }: { out: string }): Promise<Outcome> => {
      const written = await writeBytes(out, await changeWorkbookFile(words.locale));
      return written.ok ? ok({ json: { file: out }, text: words.t('unitChanges.templateWritten', { file: out }) }) : written;
    }));
  named('preview', words.t('unitChanges.previewAbout'))
    .argument('<source>', words.t('unitChanges.sourceArgument'))
    .option('--title <text>', words.t('unitChanges.titleOption'))
    .addOption(dateOption(words, '--on <date>', words.t('unitChanges.onOption')))
    .option('--why <text>', words.t('unitChanges.whyOption'))
    .action(action((slug: string, source: string, options: PreviewOptions) => withTenantContext(env, slug, (ctx) => preview(ctx, words, source, options))));
  named('commit', words.t('unitChanges.commitAbout'))
    .argument('<id>', words.t('unitChanges.idArgument'))
    .addOption(countOption(words, '--seen <version>', words.t('unitChanges.versionOption')))
    .action(action((slug: string, id: string, options: { seen?: number }) => withTenantContext(env, slug, (ctx) => commit(ctx, words, id, options))));
  named('withdraw', words.t('unitChanges.withdrawAbout'))
    .argument('<id>', words.t('unitChanges.idArgument'))
    .requiredOption('--why <text>', words.t('unitChanges.whyOption'))
    .action(action((slug: string, id: string, { why }: { why: string }) => withTenantContext(env, slug, (ctx) => withdraw(ctx, words, id, why))));
  named('drop', words.t('unitChanges.dropAbout'))
    .argument('<id>', words.t('unitChanges.idArgument'))
    .action(action((slug: string, id: string) => withTenantContext(env, slug, (ctx) => drop(ctx, words, id))));
  named('list', words.t('unitChanges.changesAbout')).action(action((slug: string) => withTenantContext(env, slug, (ctx) => list(ctx, words))));
  named('show', words.t('unitChanges.showAbout'))
    .argument('<id>', words.t('unitChanges.idArgument'))
    .addOption(choiceOption(words, '--list <list>', words.t('unitChanges.listOption', { lists }), lists))
    .action(action((slug: string, id: string, options: { list?: List }) => withTenantContext(env, slug, (ctx) => show(ctx, words, id, options))));
};
