import { fail, ok } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import { applySettings, showSettings } from '@saubac/services/levels';
import { settingsRefusal } from '../frame/file-refusals.ts';
import type { Commands, Outcome } from '../frame/frame.ts';
import { readJsonFile } from '../frame/json-file.ts';
import { fileArgument } from '../frame/options.ts';
import { withTenantContext } from '../frame/tenant-context.ts';

const apply = async (ctx: Ctx, words: Words, json: unknown): Promise<Outcome> => {
  const applied = await applySettings(ctx, json);
  if (!applied.ok) return fail(settingsRefusal(applied.failure, words));
  const { changed, levels } = applied.value;
  const unchanged = changed + levels.written + levels.removed === 0;
  return ok({ json: { ...applied.value, unchanged }, text: unchanged ? words.t('settings.unchanged') : words.t('settings.applied', { changed, ...levels }) });
};

const show = async (ctx: Ctx): Promise<Outcome> => {
  const settings = await showSettings(ctx);
  return settings.ok ? ok({ json: settings.value, text: JSON.stringify(settings.value, null, 2) }) : settings;
};

export const settingsCommands: Commands = (program, { words, env, action }) => {
  const settings = program.command('settings').description(words.t('settings.about'));
  settings
    .command('apply')
    .description(words.t('settings.applyAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .addArgument(fileArgument(words, '<file>', words.t('settings.fileArgument')))
    .action(
      action(async (slug: string, file: string) => {
        const json = await readJsonFile(file);
        return json.ok ? withTenantContext(env, slug, (ctx) => apply(ctx, words, json.value)) : json;
      }),
    );
  settings
    .command('show')
    .description(words.t('settings.showAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .action(action((slug: string) => withTenantContext(env, slug, show)));
};
