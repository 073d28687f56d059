import type { Catalogue } from '../../../catalogue.ts';
import type { planEditor as vi } from '../../vi/admin/plan-editor.ts';

export const planEditor: Catalogue<typeof vi> = {
  title: 'Plan',
};
