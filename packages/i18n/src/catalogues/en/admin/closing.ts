import type { Catalogue } from '../../../catalogue.ts';
import type { closing as vi } from '../../vi/admin/closing.ts';

export const closing: Catalogue<typeof vi> = {
  title: 'Period closes',
};
