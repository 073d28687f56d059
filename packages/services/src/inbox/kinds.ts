import { type AnyCaseKind, pluginKind } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';
import { dutyKind } from '../duties/index.ts';
import { obstacleKind } from '../obstacles/index.ts';
import { planVersionKind } from '../plans/index.ts';

const asAny = (kind: object): AnyCaseKind => kind as AnyCaseKind;

/** Every kind of case of the core, with what the tenant's plugins add to it. */
export const coreKinds = (ctx: Ctx): readonly AnyCaseKind[] => [asAny(planVersionKind(ctx)), asAny(dutyKind(ctx)), asAny(obstacleKind(ctx))];

/** Every kind of case that a tenant knows, as whoever asks sees it: the core's, and those of its plugins. A plugin takes none of the core's names. */
export const caseKinds = (ctx: Ctx): readonly AnyCaseKind[] => {
  const core = coreKinds(ctx);
  const taken = new Set(core.map((it) => it.workflow.id));
  return [...core, ...ctx.registry.cases.filter((it) => !taken.has(it.workflow.id)).map(pluginKind)];
};
