import { pluginRoutes } from '@saubac/plugin-api';

import { agreementRoutes } from './agreements/routes.ts';
import { sessionRoutes } from './attendance/routes.ts';
import { certificateRoutes } from './certificates/routes.ts';
import { listRoutes } from './classes/list-routes.ts';
import { classRoutes } from './classes/routes.ts';
import type { Config } from './config.ts';
import { dutyRoutes } from './duties/routes.ts';
import { enrolmentRoutes } from './enrolment/routes.ts';
import { manifest } from './manifest.ts';
import { messageRoutes } from './messages/routes.ts';
import { paperRoutes } from './papers/routes.ts';
import { programmeRoutes } from './programmes/routes.ts';

const features = [agreementRoutes, programmeRoutes, classRoutes, listRoutes, sessionRoutes, enrolmentRoutes, certificateRoutes, dutyRoutes, messageRoutes, paperRoutes];

export const routes = pluginRoutes<Config>()(manifest, (app, tools) => {
  for (const mount of features) mount(app, tools);
});
