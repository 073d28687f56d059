import type { Catalogue } from '../../../catalogue.ts';
import type { ownAccount as vi } from '../../vi/admin/own-account.ts';

export const ownAccount: Catalogue<typeof vi> = {
  roles: 'My roles',
  rolesAbout: 'What you may do, and where. For more, ask an administrator of users; nobody gives himself a role.',
  noRoles: 'You hold no role here yet.',
  whole: 'all of {{place}}',
  may_one: '{{count, number}} permission',
  may_other: '{{count, number}} permissions',
  readers: 'Who saw my file',
  nobody: 'Nobody opened your file.',
  reading: '{{at}} · {{who}} · {{what}}',
  operator: 'Operator of the installation',
  more: 'Show more',
  renewCodes: 'Renew the recovery codes',
  renewCodesAbout: 'Ten new codes take the place of all old ones, which no longer work.',
  removeFactor: 'Remove the second factor',
  removeFactorTitle: 'Remove the second factor?',
  removeFactorAbout: 'From now on the password alone is enough to sign in. Places that require a second factor are closed to you until you set up another. You are told by mail.',
  profile: 'Name and language',
  name: 'Name',
  language: 'Language',
  languageHint: 'Of mails to you, and of screens on a machine where no language was chosen.',
  'language-vi': 'Vietnamese',
  'language-en': 'English',
  save: 'Save',
  saved: 'Saved.',
};
