import type { Catalogue } from '../../catalogue.ts';
import type { peopleRefusals as vi } from '../vi/people-refusals.ts';

export const peopleRefusals: Catalogue<typeof vi> = {
  'unknown-assignment': 'This post is not in the file; load the file again.',
  'assignment-outside-scope': 'This post is in the unit {{unit}}, outside what this account may change; ask whoever manages that unit.',
  'ends-before-start': 'The last day can not be before the first one ({{from, date}}); correct one of them.',
  'overlaps-main-post': 'A main post in the unit {{unit}} is held on these days already ({{days}}); there is one main post a day. To move somebody, change that post from the day of the move.',
  'overlaps-same-post': 'The same post in the unit {{unit}} is held on these days already ({{days}}); correct the days.',
  'day-outside-post': 'This day lies outside the days of the post ({{days}}); choose another one.',
  'not-in-service': 'There is no main post on these days, so nobody can stand on the list; correct the days.',
  'unknown-post': 'There is no post with the code “{{post}}”; choose one of the catalogue.',
  'unit-not-valid-then': 'The unit {{unit}} does not exist on all of these days; correct the days or choose another unit.',
  'id-number-taken': 'This identification number is in the system already; look for the person instead of adding one.',
  'not-an-id-number': 'A personal identification number has exactly 12 digits.',
  'person-name-missing': 'The name is missing.',
  'born-in-the-future': 'The birth date can not be after today, {{today, date}}.',
  'account-has-file': 'This account has another file already; take that one away first.',
  'own-account': 'Nobody gives his own account a file; ask another administrator.',
};
