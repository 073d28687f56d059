import type { Catalogue } from '../../catalogue.ts';
import type { certificateProblems as vi } from '../vi/certificate-problems.ts';

export const certificateProblems: Catalogue<typeof vi> = {
  'unknown-certificate-type': 'There is no such type of certificate in the catalogue.',
  'unknown-language': 'There is no such language in the catalogue.',
  'language-missing': 'This type of certificate exists in several languages; give the language.',
  'language-differs': 'This type of certificate is of another language ({{expected}}).',
  'day-in-the-future': 'This day is still to come; it can not be after {{latest, date}}.',
  'ends-before-start': 'The last day can not be before the exam.',
  'score-out-of-range': 'Scores of this test lie between {{least, number}} and {{most, number}}.',
  'score-too-fine': 'Scores are kept to two decimals.',
  'grade-not-understood': 'This type has no such grade; its grades are {{grades, list}}.',
  'same-person': 'You entered or last corrected it; a second person has to verify it.',
  'own-certificate': 'This is your own certificate; somebody else has to verify it.',
  'unknown-issuer': 'There is no such issuer on the list.',
};
