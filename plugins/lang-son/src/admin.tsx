import { defineAdmin } from '@saubac/plugin-api/admin';

import { manifest } from './manifest.ts';

export default defineAdmin(manifest, {
  pages: { duties: () => import('./admin/duties-page.tsx') },
  slots: {},
});
