import type { Catalogue } from '../../../catalogue.ts';
import type { certificateDesk as vi } from '../../vi/admin/certificate-desk.ts';

export const certificateDesk: Catalogue<typeof vi> = {
  title: 'Certificates',
};
