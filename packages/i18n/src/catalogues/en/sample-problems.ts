import type { Catalogue } from '../../catalogue.ts';
import type { sampleProblems as vi } from '../vi/sample-problems.ts';

export const sampleProblems: Catalogue<typeof vi> = {
  object: '{{path}}: an object { … } is needed.',
  list: '{{path}}: a list [ … ] with enough items is needed.',
  text: '{{path}}: a text is needed.',
  code: '{{path}}: a code without spaces, / and ;, at most 40 characters, is needed.',
  date: '{{path}}: an existing day is needed, as yyyy-mm-dd.',
  'whole-number': '{{path}}: a whole number from 0 is needed.',
  weight: '{{path}}: a number not below 0 is needed.',
  flag: '{{path}}: use "x", "" or "?".',
  'known-key': '{{path}}: the form has no such key; correct the name or remove it.',
  'id-prefix': '{{path}}: three digits from 900 to 999 are needed, which no province has.',
  'body-kind': '{{path}}: choose one of: state, party, socio-political, public-service.',
  'staff-type': '{{path}}: there is no such staff type; see packages/sample/README.md.',
  'known-body': '{{path}}: bodies has no such body; add it or correct the code.',
  'unique-code': '{{path}}: this code is used already; choose another one.',
  'end-before-taken-over': '{{path}}: a body that is taken over needs a last day (until).',
  'some-people': '{{path}}: at least one group must have people.',
};
