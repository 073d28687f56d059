import type { Catalogue } from '../../catalogue.ts';
import type { faults as vi } from '../vi/faults.ts';

export const faults: Catalogue<typeof vi> = {
  day: 'A day must exist and be written year-month-day, as in 2025-12-31.',
  'plain-text': 'Only text on one line, without control characters.',
};
