/** The sections by their keys, which stand in the address. */
export const sectionKeys = [
  'general', 'documents', 'basis', 'levels', 'subjects', 'exclusions', 'targets', 'phases', 'tasks', 'calendar', 'reports', 'bodies', 'funding', 'selection', 'studyForms', 'cooperation', 'conventions',
  'headings', 'definitions', 'principles', 'objectives', 'amendments', 'closing', 'recipients',
] as const;
export type SectionKey = (typeof sectionKeys)[number];
