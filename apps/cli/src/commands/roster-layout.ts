import type { Command } from 'commander';
import { type Layout, layoutSchema } from '@saubac/domain/layouts';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import { deleteSavedLayout, findLayout, listLayouts, renameSavedLayout } from '@saubac/services/layouts';
import { proposeForFile } from '@saubac/services/roster';
import type { Frame, Outcome, Refusal } from '../frame/frame.ts';
import { readJsonFile } from '../frame/json-file.ts';
import { fileArgument } from '../frame/options.ts';
import { withTenantContext } from '../frame/tenant-context.ts';
import { writeBytes } from '../frame/write-workbook.ts';
import { proposalInWords } from './layouts-in-words.ts';

const layoutIn = async (path: string): Promise<Result<Layout, Refusal>> => {
  const json = await readJsonFile(path);
  if (!json.ok) return json;
  const layout = layoutSchema.safeParse(json.value);
  if (layout.success) return ok(layout.data);
  return fail({ kind: 'layout-not-in-form', sentences: layout.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`) });
};

/** The layout that an option names: a json file, or the name under which it was saved. */
export const layoutNamed = async (ctx: Ctx, given: string): Promise<Result<Layout, Refusal>> => {
  if (given.toLowerCase().endsWith('.json')) return layoutIn(given);
  const saved = await findLayout(ctx, given);
  return saved.ok ? ok(saved.value.definition) : saved;
};

const propose = async ({ words }: Frame, file: string, { out }: { out?: string }): Promise<Outcome> => {
  const proposed = await proposeForFile(file);
  if (!proposed.ok) return proposed;
  const text = proposalInWords(words, proposed.value);
  if (out === undefined || proposed.value.layout === null) return ok({ json: proposed.value, text });
  const written = await writeBytes(out, new TextEncoder().encode(`${JSON.stringify(proposed.value.layout, null, 2)}\n`));
  return written.ok ? ok({ json: proposed.value, text: `${text}\n${words.t('layouts.layoutWritten', { file: out })}` }) : written;
};

const list = async (ctx: Ctx, { words }: Frame): Promise<Outcome> => {
  const layouts = await listLayouts(ctx);
  if (!layouts.ok) return layouts;
  const lines = layouts.value.map(({ name, definition, confirmedBy, confirmedAt }) =>
    words.t('layouts.layoutLine', { name, sheets: definition.sheets.filter(({ target }) => target !== null).map((it) => it.name), by: confirmedBy.name, on: confirmedAt.slice(0, 10) }));
  return ok({ json: layouts.value, text: lines.length === 0 ? words.t('layouts.layoutsNone') : lines.join('\n') });
};

const remove = async (ctx: Ctx, { words }: Frame, name: string): Promise<Outcome> => {
  const saved = await findLayout(ctx, name);
  if (!saved.ok) return saved;
  const gone = await deleteSavedLayout(ctx, saved.value);
  return gone.ok ? ok({ json: { deleted: saved.value.name }, text: words.t('layouts.layoutDeleted', { name: saved.value.name }) }) : gone;
};

const rename = async (ctx: Ctx, { words }: Frame, name: string, newName: string): Promise<Outcome> => {
  const saved = await findLayout(ctx, name);
  if (!saved.ok) return saved;
  const renamed = await renameSavedLayout(ctx, { ...saved.value, name: newName });
  return renamed.ok ? ok({ json: renamed.value, text: words.t('layouts.layoutRenamed', { name: renamed.value.name }) }) : renamed;
};

/** Adds the commands about layouts of files that are not the template. */
export const addLayouts = (roster: Command, frame: Frame): void => {
  const { words, env, action } = frame;
  const layout = roster.command('layout').description(words.t('layouts.layoutAbout'));
  layout
    .command('propose')
    .description(words.t('layouts.layoutProposeAbout'))
    .addArgument(fileArgument(words, '<file>', words.t('roster.fileArgument')))
    .option('--out <file>', words.t('layouts.layoutOutOption'))
    .action(action((file: string, options: { out?: string }) => propose(frame, file, options)));
  layout
    .command('list')
    .description(words.t('layouts.layoutListAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .action(action((slug: string) => withTenantContext(env, slug, (ctx) => list(ctx, frame))));
  layout
    .command('rename')
    .description(words.t('layouts.layoutRenameAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .argument('<name>', words.t('layouts.layoutArgument'))
    .argument('<new-name>', words.t('layouts.layoutNewName'))
    .action(action((slug: string, name: string, newName: string) => withTenantContext(env, slug, (ctx) => rename(ctx, frame, name, newName))));
  layout
    .command('delete')
    .description(words.t('layouts.layoutDeleteAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .argument('<name>', words.t('layouts.layoutArgument'))
    .action(action((slug: string, name: string) => withTenantContext(env, slug, (ctx) => remove(ctx, frame, name))));
};
