import { Command, Help, Option } from 'commander';
import type { Words } from '@saubac/i18n';
import { productVersion } from './installation.ts';
import { locales } from './locale.ts';
import { choiceOption } from './options.ts';
import type { Terminal } from './terminal.ts';

/** How the program is called from the root of the repository. */
export const programName = 'npm run -s saubac --';

const titles = (words: Words): Readonly<Record<string, string>> => ({
  'Usage:': words.t('cli.usage'),
  'Arguments:': words.t('cli.arguments'),
  'Options:': words.t('cli.options'),
  'Global Options:': words.t('cli.globalOptions'),
  'Commands:': words.t('cli.commands'),
});

const localHelp = (words: Words): Partial<Help> => {
  const known = titles(words);
  return {
    showGlobalOptions: true,
    commandUsage: (command) =>
      new Help().commandUsage(command).replace('[options]', `[${words.t('cli.optionsPlace')}]`).replace('[command]', `[${words.t('cli.commandPlace')}]`),
    optionDescription: ({ description, defaultValue }) => (defaultValue === undefined ? description : `${description} (${words.t('cli.defaultValue', { value: String(defaultValue) })})`),
    styleTitle: (title) => known[title] ?? title,
    subcommandTerm: (command) => `${command.name()} ${command.registeredArguments.map((it) => (it.required ? `<${it.name()}>` : `[${it.name()}]`)).join(' ')}`.trimEnd(),
  };
};

/** The empty program: its language, its help, its general options. Commands inherit all of it. */
export const createProgram = (terminal: Terminal, words: Words): Command =>
  new Command()
    .name(programName)
    .description(words.t('product.purpose'))
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => {} })
    .configureHelp(localHelp(words))
    .helpOption('-h, --help', words.t('cli.help'))
    .helpCommand('help [command]', words.t('cli.helpOf'))
    .version(productVersion, '-V, --version', words.t('cli.version'))
    .addOption(new Option('--json', words.t('cli.json')))
    .addOption(choiceOption(words, '--lang <code>', words.t('cli.lang'), locales));
