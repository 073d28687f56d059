import { ok, type IsoDate, type LocalText } from '@saubac/domain/values';
import { bodyKinds, governmentLevels } from '@saubac/domain/people';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import { listUnits } from '@saubac/services/units';
import type { Commands, Outcome } from '../frame/frame.ts';
import { dateOption } from '../frame/options.ts';
import { table } from '../frame/table.ts';
import { withTenantContext } from '../frame/tenant-context.ts';
import { addUnitChange } from './unit-change.ts';

type ListOptions = { on: IsoDate; unit?: string };

const labelOf = (words: Words, codes: readonly { code: string; label: LocalText }[], code: string): string => {
  const found = codes.find((it) => it.code === code);
  return found ? words.text(found.label) : code;
};

const list = async (ctx: Ctx, words: Words, options: ListOptions): Promise<Outcome> => {
  const listed = await listUnits(ctx, options);
  if (!listed.ok) return listed;
  if (listed.value.length === 0) return ok({ json: [], text: words.t('units.none') });
  const least = Math.min(...listed.value.map((it) => it.depth));
  const text = table(
    [...(['code', 'name', 'tier', 'bodyKind'] as const).map((it) => ({ heading: words.t(`units.${it}`) })), { heading: words.t('units.people'), align: 'right' }],
    listed.value.map((it) => [
      it.code,
      `${'  '.repeat(it.depth - least)}${it.name}`,
      labelOf(words, governmentLevels, it.tier),
      labelOf(words, bodyKinds, it.bodyKind),
      words.number(it.people),
    ]),
  );
  return ok({ json: listed.value, text });
};

export const unitCommands: Commands = (program, frame) => {
  const { words, env, action } = frame;
  const unit = program.command('unit').description(words.t('units.about'));
  unit
    .command('list')
    .description(words.t('units.listAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .addOption(dateOption(words, '--on <date>', words.t('targets.onOption')).makeOptionMandatory())
    .option('--unit <code>', words.t('targets.unitOption'))
    .action(action((slug: string, options: ListOptions) => withTenantContext(env, slug, (ctx) => list(ctx, words, options))));
  addUnitChange(unit, frame);
};
