import type { Catalogue } from '../../../catalogue.ts';
import type { grades as vi } from '../../vi/admin/grades.ts';

export const grades: Catalogue<typeof vi> = {
  college: 'college',
  bachelor: 'bachelor',
  master: 'master',
  doctor: 'doctor',
};
