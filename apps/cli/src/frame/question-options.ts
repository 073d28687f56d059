import type { Command } from 'commander';
import type { IsoDate } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Question } from '@saubac/services/targets';
import { countOption, dateOption } from './options.ts';

/** The options by which figures are asked for. */
export type QuestionOptions = { on: IsoDate; unit?: string; planVersion?: number };

/** Adds the options of a question about figures to a command: the day, a unit, a plan version. */
export const withQuestion = (command: Command, words: Words): Command =>
  command
    .argument('<slug>', words.t('tenant.slugArgument'))
    .addOption(dateOption(words, '--on <date>', words.t('targets.onOption')).makeOptionMandatory())
    .option('--unit <code>', words.t('targets.unitOption'))
    .addOption(countOption(words, '--plan-version <n>', words.t('targets.versionOption')));

/** The question that the options ask. */
export const questionOf = ({ on, unit, planVersion }: QuestionOptions): Question => ({ on, unit, planVersion });
