import { existsSync } from 'node:fs';
import { Argument, Option } from 'commander';
import { parseIsoDate, type IsoDate } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import { WrongUsage } from './wrong-usage.ts';

const invalid = (words: Words, name: string, value: string, expected: string): WrongUsage => new WrongUsage(words.t('cli.invalidValue', { name, value, expected }));

/** An option that takes a day: `--on 2025-12-31`. */
export const dateOption = (words: Words, flags: string, about: string): Option =>
  new Option(flags, about).argParser((value): IsoDate => {
    const date = parseIsoDate(value);
    if (date === undefined) throw invalid(words, flags, value, words.t('cli.expectsDate'));
    return date;
  });

const wholeNumber = (words: Words, name: string) => (value: string): number => {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw invalid(words, name, value, words.t('cli.expectsWholeNumber'));
  return Number(value);
};

/** An option that takes a whole number from 1. */
export const countOption = (words: Words, flags: string, about: string): Option =>
  new Option(flags, about).argParser(wholeNumber(words, flags));

/** An option that takes one of some words. */
export const choiceOption = (words: Words, flags: string, about: string, choices: readonly string[]): Option =>
  new Option(flags, about).argParser((value): string => {
    if (!choices.includes(value)) throw invalid(words, flags, value, words.t('cli.expectsOneOf', { choices }));
    return value;
  });

const existingFile = (words: Words) => (path: string): string => {
  if (!existsSync(path)) throw new WrongUsage(words.t('cli.fileNotFound', { path }));
  return path;
};

/** An argument that is the path of a file that exists. */
export const fileArgument = (words: Words, name: string, about: string): Argument => new Argument(name, about).argParser(existingFile(words));

/** An option that takes the path of a file that exists. */
export const fileOption = (words: Words, flags: string, about: string): Option => new Option(flags, about).argParser(existingFile(words));

/** An argument that is a whole number from 1. */
export const countArgument = (words: Words, name: string, about: string): Argument => new Argument(name, about).argParser(wholeNumber(words, name));
