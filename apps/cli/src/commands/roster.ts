import type { Command } from 'commander';
import { ok } from '@saubac/domain/values';
import { rosterTemplateFile, sheetKeys } from '@saubac/services/roster';
import type { Commands, Frame, Outcome } from '../frame/frame.ts';
import { choiceOption, dateOption, fileArgument } from '../frame/options.ts';
import { shippedForRosters } from '../frame/shipped-reference.ts';
import { withTenantContext } from '../frame/tenant-context.ts';
import { writeBytes } from '../frame/write-workbook.ts';
import { exportFile, type ExportOptions } from './roster-export.ts';
import { addLayouts } from './roster-layout.ts';
import { addNames } from './roster-name.ts';
import { importFile, type ImportOptions } from './roster-import.ts';

const template = async ({ words }: Frame, out: string): Promise<Outcome> => {
  const written = await writeBytes(out, await rosterTemplateFile(words.locale, shippedForRosters()));
  return written.ok ? ok({ json: { file: out }, text: words.t('roster.templateWritten', { file: out }) }) : written;
};

const addImport = (roster: Command, frame: Frame): Command => {
  const { words, env, action } = frame;
  return roster
    .command('import')
    .description(words.t('roster.importAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .addArgument(fileArgument(words, '<file>', words.t('roster.fileArgument')))
    .addOption(dateOption(words, '--effective <date>', words.t('roster.effectiveOption')).makeOptionMandatory())
    .option('--dry-run', words.t('roster.dryRunOption'))
    .option('--complete-for <unit>', words.t('roster.completeForOption'))
    .option('--correct', words.t('roster.correctOption'))
    .option('--skip-refused', words.t('roster.skipOption'))
    .option('--layout <name>', words.t('layouts.layoutOption'))
    .option('--accept-proposal', words.t('layouts.acceptOption'))
    .option('--save-layout <name>', words.t('layouts.saveLayoutOption'))
    .action(action((slug: string, file: string, options: ImportOptions) => withTenantContext(env, slug, (ctx) => importFile(ctx, frame, file, options))));
};

const addExport = (roster: Command, { words, env, action }: Frame): Command =>
  roster
    .command('export')
    .description(words.t('roster.exportAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .addOption(dateOption(words, '--on <date>', words.t('roster.onOption')).makeOptionMandatory())
    .requiredOption('--out <file>', words.t('roster.outOption'))
    .addOption(choiceOption(words, '--sheet <sheet>', words.t('roster.sheetOption'), sheetKeys))
    .action(action((slug: string, options: ExportOptions) => withTenantContext(env, slug, (ctx) => exportFile(ctx, words, options))));

export const rosterCommands: Commands = (program, frame) => {
  const { words, action } = frame;
  const roster = program.command('roster').description(words.t('roster.about'));
  roster
    .command('template')
    .description(words.t('roster.templateAbout'))
    .requiredOption('--out <file>', words.t('roster.outOption'))
    .action(action(({ out }: { out: string }) => template(frame, out)));
  addImport(roster, frame);
  addExport(roster, frame);
  addNames(roster, frame);
  addLayouts(roster, frame);
};
