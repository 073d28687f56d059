import type { Catalogue } from '../../../catalogue.ts';
import type { outlet as vi } from '../../vi/admin/outlet.ts';

/** What is said around pages and cards of plugins. */
export const outlet: Catalogue<typeof vi> = {
  broken: 'The plugin “{{plugin}}” has a fault here',
  brokenAbout: 'All other pages go on. Try again; if it stays so, tell whoever runs the system.',
  tooLarge: 'The file is larger than 10 MB; choose a smaller one.',
  notUnderstood: 'The plugin gave an answer that makes no sense. Reload the page; if it stays so, tell whoever runs the system.',
};
