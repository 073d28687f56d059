import type { Catalogue } from '../../catalogue.ts';
import type { closeRefusals as vi } from '../vi/close-refusals.ts';

export const closeRefusals = {
  'unknown-close': 'There is no close “{{close}}”; see close list.',
  'close-not-frozen': 'These figures are not frozen yet ({{state}}); wait and look again.',
  'close-not-prepared': 'This close is {{state}}, so it can not be signed.',
  'close-over': 'This close is {{state}}, so it can not be given up; if it is wrong, close the period again with a reason.',
  'close-under-way': 'The period {{period}} is being closed; sign or give up that close first.',
  'correction-needs-reason': 'The period {{period}} is closed already (version {{number}}); closing it again needs a reason (--reason).',
  'period-not-understood': 'The period “{{text}}” is not understood; write it as 2025, 2025-H1, 2025-H2 or 2025-01-01..2025-10-30.',
  'period-ends-before-it-begins': 'The period ends on {{to, date}}, before it begins on {{from, date}}; correct one of the two days.',
  'cut-off-outside-period': 'The cut-off date {{cutOff, date}} lies outside the period from {{from, date}} to {{to, date}}; correct the cut-off date.',
  'cut-off-in-the-future': 'The cut-off date {{cutOff, date}} has not come; choose a day not after today.',
  'close-sent-back': '{{by}} sent these figures back and did not sign them: {{reason}} Mend that and close the period again.',
  'close-failed': 'The figures could not be closed because of a fault of the system; try again.',
} as const satisfies Catalogue<typeof vi>;
