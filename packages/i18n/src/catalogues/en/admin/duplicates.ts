import type { Catalogue } from '../../../catalogue.ts';
import type { duplicates as vi } from '../../vi/admin/duplicates.ts';

export const duplicates: Catalogue<typeof vi> = {
  title: 'Duplicate records',
};
