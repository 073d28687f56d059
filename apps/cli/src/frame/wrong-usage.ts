import type { CommanderError } from 'commander';
import type { Words } from '@saubac/i18n';

/** A command line that cannot be understood: told in words, exit code 2. */
export class WrongUsage extends Error {}

// The library has no other way to the name than the quotes of its message.
const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? '';

/** What is wrong with a command line, in a sentence; undefined if the library only ended because it showed its help or version. */
export const usageFault = (error: CommanderError, words: Words): string | undefined => {
  const name = quoted(error.message);
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.version':
      return undefined;
    case 'commander.help':
      return words.t('cli.missingCommand');
    case 'commander.unknownCommand':
      return words.t('cli.unknownCommand', { name });
    case 'commander.unknownOption':
      return words.t('cli.unknownOption', { name });
    case 'commander.missingArgument':
      return words.t('cli.missingArgument', { name });
    case 'commander.missingMandatoryOptionValue':
      return words.t('cli.missingOption', { name });
    case 'commander.optionMissingArgument':
      return words.t('cli.missingOptionValue', { name });
    case 'commander.excessArguments':
      return words.t('cli.excessArguments');
    case 'commander.conflictingOption':
      return words.t('cli.conflictingOption');
    default:
      return error.message;
  }
};
