import type { Catalogue } from '../../../catalogue.ts';
import type { administration as vi } from '../../vi/admin/administration.ts';

export const administration: Catalogue<typeof vi> = {
  title: 'Administration',
};
