import type { Catalogue } from '../../../catalogue.ts';
import type { unitTree as vi } from '../../vi/admin/unit-tree.ts';

export const unitTree: Catalogue<typeof vi> = {
  title: 'Units',
};
