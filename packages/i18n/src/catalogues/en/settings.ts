import type { Catalogue } from '../../catalogue.ts';
import type { settings as vi } from '../vi/settings.ts';

export const settings: Catalogue<typeof vi> = {
  about: 'settings of levels: equivalence tables, validity, issuers, proofs',
  applyAbout: 'apply a settings file; what is not in it ends',
  showAbout: 'print the settings in force, in the form of a settings file',
  fileArgument: 'settings file (settings.json)',
  applied: 'Settings applied: {{changed, number}} rows changed; levels written anew: {{written, number}} written, {{removed, number}} removed.',
  unchanged: 'Nothing changed: these settings hold already.',
  formProblem: '{{path}}: {{message}}',
};
