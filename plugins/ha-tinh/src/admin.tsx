import { defineAdmin } from '@saubac/plugin-api/admin';

import { manifest } from './manifest.ts';

export default defineAdmin(manifest, {
  pages: {
    classes: () => import('./admin/classes/classes-page.tsx'),
    enrolments: () => import('./admin/enrolments/enrolments-page.tsx'),
    agreements: () => import('./admin/agreements/agreements-page.tsx'),
    programmes: () => import('./admin/programmes/programmes-page.tsx'),
    duties: () => import('./admin/duties/duties-page.tsx'),
    levels: () => import('./admin/levels/levels-page.tsx'),
  },
  slots: { laoOfPerson: () => import('./admin/person/lao-of-person-card.tsx') },
});
