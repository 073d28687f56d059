import type { vi } from './vi.ts';

/** The same words in English. */
export const en: Record<keyof typeof vi, string> = {
  title: 'Border gate duty',
  about: 'Keeps who is on duty at the border gates Huu Nghi, Tan Thanh and Chi Ma, and how many of them know Chinese.',

  'permission.dutyRead': 'see duties at border gates',
  'permission.dutyManage': 'plan duties at border gates',
  'page.duties': 'Border gate duty',

  'gate.huu-nghi': 'Huu Nghi',
  'gate.tan-thanh': 'Tan Thanh',
  'gate.chi-ma': 'Chi Ma',

  'fact.onGateDuty': 'on duty at a border gate',
  'fact.onGateDuty.holds': 'is on duty at a border gate',
  'fact.onGateDuty.fails': 'is not on duty at a border gate',
  'target.gateDutyChinese': 'People on duty at border gates reach level 3 in Chinese or above',

  'report.gates': 'Duty at border gates',
  'column.name': 'On duty',
  'column.unit': 'Agency or unit',
  'column.gate': 'Border gate',
  'column.from': 'From',
  'column.last': 'Last day',
  'column.duties': 'Duties',
  'column.people': 'People',
  'column.days': 'Person-days',

  'act.duty.added': 'Border gate duty added',
  'subject.duty': 'border gate duty',

  'refusal.unknownPerson': 'There is no such person within your reach.',
  'refusal.endsBeforeItBegins': 'The last day must not be before the first.',
  'refusal.onDutyAlready': 'This person is on duty at that time already.',
  'refusal.reportNotProved': 'A report can be sent only with a figure and with its proof (a document or a file).',

  'duties.about': 'Who is on duty at which border gate, from when to when.',
  'duties.none': 'No duties yet',
  'duties.noneAbout': 'Add a duty, so that people on duty at border gates are counted in the targets of the plan.',
  'duties.add': 'Add a duty',
  'field.findPerson': 'Type a name',
  'field.chooseGate': 'Choose a gate',
  'field.nobodyFound': 'Nobody found.',
  'field.clear': 'Clear',
  'action.save': 'Save',
  'action.cancel': 'Cancel',
};
