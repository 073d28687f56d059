import type { Command } from 'commander';
import { ok } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import { forgetRememberedName, listRememberedNames, type NameOf, type RememberedName, setRememberedName } from '@saubac/services/roster';
import type { Frame, Outcome } from '../frame/frame.ts';
import { table } from '../frame/table.ts';
import { withTenantContext } from '../frame/tenant-context.ts';

type NameOptions = { post?: true };

const ofWhat = ({ post }: NameOptions): NameOf => (post ? 'post' : 'unit');

const everyName = 100_000;

const nameTable = (words: Words, names: readonly RememberedName[]): string =>
  table(
    (['nameOf', 'nameGiven', 'nameCode', 'nameMeans', 'nameBy'] as const).map((it) => ({ heading: words.t(`roster.${it}`) })),
    names.map((it) => [words.t(`roster.name-${it.of}`), it.given, it.code, it.name, it.notedBy.name]),
  );

const list = async (ctx: Ctx, words: Words): Promise<Outcome> => {
  const page = await listRememberedNames(ctx, { limit: everyName });
  if (!page.ok) return page;
  const { names } = page.value;
  return ok({ json: names, text: names.length === 0 ? words.t('roster.noNames') : nameTable(words, names) });
};

const set = async (ctx: Ctx, words: Words, input: { of: NameOf; name: string; code: string }): Promise<Outcome> => {
  const done = await setRememberedName(ctx, input);
  return done.ok ? ok({ json: done.value, text: words.t('roster.nameSet', done.value) }) : done;
};

const forget = async (ctx: Ctx, words: Words, which: { of: NameOf; name: string }): Promise<Outcome> => {
  const done = await forgetRememberedName(ctx, which);
  return done.ok ? ok({ json: done.value, text: words.t('roster.nameForgotten', done.value) }) : done;
};

/** What names of units and posts in files were chosen to mean: `roster name set|list|forget`. */
export const addNames = (roster: Command, { words, env, action }: Frame): void => {
  const name = roster.command('name').description(words.t('roster.nameAbout'));
  const command = (verb: string, about: string): Command => name.command(verb).description(about).argument('<slug>', words.t('tenant.slugArgument'));
  command('set', words.t('roster.nameSetAbout'))
    .argument('<name>', words.t('roster.nameArgument'))
    .argument('<code>', words.t('roster.codeArgument'))
    .option('--post', words.t('roster.postOption'))
    .action(action((slug: string, given: string, code: string, options: NameOptions) => withTenantContext(env, slug, (ctx) => set(ctx, words, { of: ofWhat(options), name: given, code }))));
  command('list', words.t('roster.nameListAbout')).action(action((slug: string) => withTenantContext(env, slug, (ctx) => list(ctx, words))));
  command('forget', words.t('roster.nameForgetAbout'))
    .argument('<name>', words.t('roster.nameArgument'))
    .option('--post', words.t('roster.postOption'))
    .action(action((slug: string, given: string, options: NameOptions) => withTenantContext(env, slug, (ctx) => forget(ctx, words, { of: ofWhat(options), name: given }))));
};
