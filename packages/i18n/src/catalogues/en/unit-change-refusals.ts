import type { Catalogue } from '../../catalogue.ts';
import type { unitChangeRefusals as vi } from '../vi/unit-change-refusals.ts';

export const unitChangeRefusals: Catalogue<typeof vi> = {
  'unknown-unit-change': 'There is no such change of units.',
  'unit-change-closed': 'This change of units can no longer be written on (it is {{state}}).',
  'unit-change-not-previewed': 'This change of units has not been previewed (it is {{state}}); preview it, then commit.',
  'unit-change-not-committed': 'This change of units is not committed (it is {{state}}); there is nothing to withdraw.',
  'unit-change-in-effect': 'This change has been in effect since {{on, date}} and can no longer be withdrawn; put things right by another change.',
  'unit-change-built-upon': '{{count, number}} things written later build on this change; take those back first.',
  'unit-change-refused': 'The change can not be done, for {{count, number}} reasons; correct them and preview it again.',
  'unit-change-rows-refused': '{{count, number}} cells of the file can not be taken; nothing was written.',
  'unit-change-file-refused': 'The file can not be taken; the reason is told with it.',
  'unit-change-untitled': 'The file names no title or no day; fill in the decision or name them with the file.',
  'unit-change-failed': 'The work on this change failed; nothing was written. Do it again.',
  'unit-change-sent-back': '{{by}} sent this change back: {{why}} Mend it and preview it again.',
};
