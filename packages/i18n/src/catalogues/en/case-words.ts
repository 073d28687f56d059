import type { Catalogue } from '../../catalogue.ts';
import type { caseWords as vi } from '../vi/case-words.ts';

export const caseWords: Catalogue<typeof vi> = {
  'plan-version': 'Approval of a plan',
  'plan-version-state-draft': 'Being corrected',
  'plan-version-state-waiting-check': 'Waiting to be checked',
  'plan-version-state-checked': 'Waiting for approval',
  'plan-version-state-approved': 'Approved',
  'plan-version-state-withdrawn': 'Withdrawn',
  'plan-version-move-submit': 'Hand in',
  'plan-version-move-check': 'Confirm as checked',
  'plan-version-move-approve': 'Approve',
  'plan-version-move-sendBack': 'Send back to be corrected',
  'plan-version-move-returnChecked': 'Refuse and send back',
  'plan-version-move-change': 'Have it checked again',
  'plan-version-move-withdraw': 'Withdraw',
  'plan-version-refusal-hasDay': 'The day from which it is to rule is not given.',
  'plan-version-refusal-hasNoProblems': 'The draft still has things to mend.',
  'plan-version-refusal-beginsWithinItsTime': 'The day lies after the last day of the plan.',
  'plan-version-refusal-hasItsDayToItself': 'Another version of the plan is in force from this very day; take another day or withdraw that version.',
  'plan-version-refusal-hasItsUnitsToItself': 'Another plan is in force for the same units.',
  'plan-version-refusal-knowsItsUnits': 'Its scope names units that are not known here.',
  'plan-version-refusal-wasWrittenByAnother': 'You wrote last in this draft, so somebody else checks and approves it.',
  'plan-version-refusal-isAsChecked': 'The draft changed after it was checked.',
};
