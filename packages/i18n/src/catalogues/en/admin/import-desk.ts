import type { Catalogue } from '../../../catalogue.ts';
import type { importDesk as vi } from '../../vi/admin/import-desk.ts';

export const importDesk: Catalogue<typeof vi> = {
  title: 'Imports',
};
