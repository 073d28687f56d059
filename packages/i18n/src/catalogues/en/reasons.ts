import type { Catalogue } from '../../catalogue.ts';
import type { reasons as vi } from '../vi/reasons.ts';

export const reasons: Catalogue<typeof vi> = {
  held: '{{label}}: {{value}}',
  heldAndNeeded: '{{label}}: {{value}} ({{needed}})',
  atLeast: '{{value}} or above is needed',
  atMost: '{{value}} or below is needed',
  above: 'above {{value}} is needed',
  below: 'below {{value}} is needed',
  oneOf: '{{values}} is needed',
  within: '{{values}} is needed',
  unwanted: 'must not be: {{condition}}',
  or: ' or ',
  unknown: 'not known',
  none: 'none',
  yes: 'yes',
  no: 'no',
  level: 'level {{level}}',
  bestLevel: 'highest level',
  bestLevelIn: 'highest level (in: {{languages, list}})',
  reached: 'reached',
  missing: 'not reached',
  out: 'does not count',
};
