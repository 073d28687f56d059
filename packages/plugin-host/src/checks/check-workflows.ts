import { isPluginPermission, permissions } from '@saubac/domain/access';
import { checkWorkflow, composeWorkflow, type Effect, type Guard, movesOf, type Workflow, type WorkflowExtension, wordKeysOf } from '@saubac/domain/workflow';
import { type Plugin, type PluginCase, type PluginFailure, permissionOf } from '@saubac/plugin-api';

import { missingWords } from './words.ts';

/** What a move, own or added, is checked for. */
type Step = { permission?: string; effects?: readonly Effect<never>[]; guards?: readonly Guard<never>[] };

const corePermissions: ReadonlySet<string> = new Set(permissions);

const mayAsk = ({ manifest }: Plugin, permission: string): boolean =>
  isPluginPermission(permission) ? Object.keys(manifest.permissions ?? {}).some((own) => permissionOf(manifest, own) === permission) : corePermissions.has(permission);

const checkSteps = (plugin: Plugin, workflow: string, steps: readonly (readonly [string, Step])[]): PluginFailure[] => {
  const effects = new Set(steps.flatMap(([, it]) => (it.effects ?? []).map((effect) => effect.name)));
  return [
    ...steps.flatMap(([move, { permission }]) => (permission === undefined || mayAsk(plugin, permission) ? [] : [{ kind: 'permission-undeclared' as const, part: 'workflows', name: `${workflow}.${move}`, permission }])),
    ...[...effects].filter((effect) => !(effect in (plugin.handlers ?? {}))).map((effect) => ({ kind: 'handler-missing' as const, workflow, effect })),
  ];
};

const problemsOf = (workflow: Workflow<never>): PluginFailure[] => checkWorkflow(workflow, () => true).map((problem) => ({ kind: 'workflow-invalid', workflow: workflow.id, problem }));

const checkOwn = (plugin: Plugin, { workflow: own }: PluginCase): PluginFailure[] => {
  const workflow = own as Workflow<never>;
  return [...problemsOf(workflow), ...missingWords(plugin.manifest, [`${workflow.id}.name`, ...wordKeysOf(workflow)]), ...checkSteps(plugin, workflow.id, movesOf(workflow))];
};

const stepsOf = ({ insert = [], moves = {}, guards = {}, effects = {} }: WorkflowExtension): (readonly [string, Step])[] => [
  ...insert.map(({ by }) => [by.move, by] as const),
  ...Object.entries(moves),
  ...Object.entries(guards).map(([move, it]) => [move, { guards: it }] as const),
  ...Object.entries(effects).map(([move, it]) => [move, { effects: it }] as const),
];

/** The words of what an extension adds; those of the core's own states and moves are the core's. */
const addedWords = (extension: WorkflowExtension): string[] => [
  ...Object.keys(extension.states ?? {}).map((state) => `${extension.of}.state.${state}`),
  ...[...(extension.insert ?? []).map((it) => it.by.move), ...Object.keys(extension.moves ?? {})].map((move) => `${extension.of}.move.${move}`),
  ...stepsOf(extension).flatMap(([, it]) => (it.guards ?? []).map((guard) => guard.refusal)),
];

const checkComposed = (extension: WorkflowExtension, core: readonly Workflow<never>[]): PluginFailure[] => {
  const extended = core.find((it) => it.id === extension.of);
  if (!extended) return [{ kind: 'extension-of-unknown', workflow: extension.of }];
  const composed = composeWorkflow(extended, [extension]);
  if (composed.ok) return problemsOf(composed.value);
  return composed.failure.problems.map((problem) => ({ kind: 'extension-invalid', workflow: extension.of, problem }));
};

const checkExtension = (plugin: Plugin, extension: WorkflowExtension, core: readonly Workflow<never>[] | undefined): PluginFailure[] => [
  ...(extension.by === plugin.manifest.id ? [] : [{ kind: 'extension-by-other' as const, workflow: extension.of, by: extension.by }]),
  ...(core ? checkComposed(extension, core) : []),
  ...missingWords(plugin.manifest, addedWords(extension)),
  ...checkSteps(plugin, extension.of, stepsOf(extension)),
];

/**
 * Workflows hold together, and so do those of the core with what the plugin adds to them; everything shown has words, every move asks for
 * a permission that there is, every effect has its handler. What is added to the core is put together only where `core` is given.
 */
export const checkWorkflows = (plugin: Plugin, core?: readonly Workflow<never>[]): PluginFailure[] => {
  const { workflows = [] } = plugin;
  const ids = workflows.flatMap((it) => ('workflow' in it ? [it.workflow.id] : []));
  const taken = ids.filter((id, at) => ids.indexOf(id) !== at || core?.some((it) => it.id === id));
  return [
    ...taken.map((workflow) => ({ kind: 'workflow-id-taken' as const, workflow })),
    ...workflows.flatMap((it) => ('workflow' in it ? checkOwn(plugin, it) : checkExtension(plugin, it, core))),
  ];
};
