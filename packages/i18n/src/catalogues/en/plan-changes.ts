import type { Catalogue } from '../../catalogue.ts';
import type { planChanges as vi } from '../vi/plan-changes.ts';

export const planChanges: Catalogue<typeof vi> = {
  none: 'The two versions are the same.',
  count_one: '{{count, number}} difference.',
  count_other: '{{count, number}} differences.',
  element: '{{section}} “{{title}}” ({{id}})',
  elementNoTitle: '{{section}} {{id}}',
  added: '+ {{element}}: added',
  removed: '- {{element}}: removed',
  moved: '~ {{element}}: moved from place {{from}} to place {{to}}',
  changed: '~ {{element}}: {{field}}: {{before}} → {{after}}',
  filled: '~ {{element}}: {{field}}: {{after}} added',
  emptied: '~ {{element}}: {{field}}: {{before}} removed',
  quoted: '“{{text}}”',
  yes: 'yes',
  no: 'no',
};
