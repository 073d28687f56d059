import { certificateFlow } from '@saubac/domain/levels';
import { obstacleFlow, planTaskFlow, planVersionFlow } from '@saubac/domain/plan';
import type { Workflow } from '@saubac/domain/workflow';

const asAny = (workflow: object): Workflow<never> => workflow as Workflow<never>;

/** Every workflow of the core, as it stands without any plugin: what plugins may extend, and what the documentation draws. */
export const coreWorkflows: readonly Workflow<never>[] = [asAny(certificateFlow), asAny(planVersionFlow), asAny(planTaskFlow), asAny(obstacleFlow)];
