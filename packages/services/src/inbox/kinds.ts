import type { AnyCaseKind } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';
import { dutyKind } from '../duties/index.ts';
import { obstacleKind } from '../obstacles/index.ts';
import { planVersionKind } from '../plans/index.ts';

/** Every kind of case that a tenant knows, as whoever asks sees it. */
export const caseKinds = (ctx: Ctx): readonly AnyCaseKind[] => [planVersionKind(ctx) as unknown as AnyCaseKind, dutyKind(ctx) as unknown as AnyCaseKind, obstacleKind() as unknown as AnyCaseKind];
