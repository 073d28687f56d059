import type { LocalText } from '@saubac/domain/values';
import { composeWorkflow, type Effect, type Guard, type Workflow, type WorkflowExtension } from '@saubac/domain/workflow';
import type { Registry } from '@saubac/plugin-api';
import type { CaseKind } from './case-kind.ts';
import { handlerKind } from './plugin-kind.ts';
import { firstWord } from './plugin-words.ts';

type Registered = Registry['extensions'][number];
type Extension<Subject> = WorkflowExtension<Subject>;
type Conditions<Subject> = { guards?: readonly Guard<Subject>[]; effects?: readonly Effect<Subject>[] };

const record = <It, Other>(of: Readonly<Record<string, It>> | undefined, make: (it: It) => Other): Record<string, Other> => Object.fromEntries(Object.entries(of ?? {}).map(([name, it]) => [name, make(it)]));

/** Two plugins may call their conditions and deeds alike: each goes under the name of its plugin. */
const named = <Subject>({ plugin, word: _, ...it }: Registered): Extension<Subject> => {
  const under = (name: string): string => `${plugin}:${name}`;
  const guards = (them: readonly Guard<Subject>[]): Guard<Subject>[] => them.map((guard) => ({ ...guard, name: under(guard.name), refusal: under(guard.refusal) }));
  const effects = (them: readonly Effect<Subject>[]): Effect<Subject>[] => them.map((effect) => ({ ...effect, name: under(effect.name) }));
  const step = <Step extends Conditions<Subject>>(one: Step): Step => ({ ...one, ...(one.guards ? { guards: guards(one.guards) } : {}), ...(one.effects ? { effects: effects(one.effects) } : {}) });
  const own = it as unknown as Extension<Subject>;
  return {
    ...own,
    by: plugin,
    ...(own.insert ? { insert: own.insert.map((one) => ({ ...one, by: step(one.by) })) } : {}),
    moves: record(own.moves, step),
    guards: record(own.guards, guards),
    effects: record(own.effects, effects),
  };
};

const addsOnlyConditions = ({ states = {}, insert = [], moves = {} }: WorkflowExtension): boolean => Object.keys(states).length + insert.length + Object.keys(moves).length === 0;

/** A workflow of the core with what plugins add to it, and what of theirs could not be put on it. */
export type Extended<Subject> = { workflow: Workflow<Subject>; taken: readonly Registered[]; left: readonly Registered[] };

/**
 * Puts what the tenant's plugins add on a workflow of the core. What can't be put on it is left out whole: the core goes on without it.
 * `states: 'fixed'`: cases have no state but the core's, so only conditions and deeds are taken.
 */
export const extendedWorkflow = <Subject>({ extensions }: Pick<Registry, 'extensions'>, core: Workflow<Subject>, { states = 'open' }: { states?: 'open' | 'fixed' } = {}): Extended<Subject> => {
  let extended: Extended<Subject> = { workflow: core, taken: [], left: [] };
  for (const it of extensions.filter((one) => one.of === core.id).toSorted((a, b) => (a.plugin < b.plugin ? -1 : 1))) {
    const composed = composeWorkflow(core, [...extended.taken, it].map((one) => named<Subject>(one)));
    const fits = composed.ok && (states === 'open' || addsOnlyConditions(it));
    extended = fits ? { ...extended, workflow: composed.value, taken: [...extended.taken, it] } : { ...extended, left: [...extended.left, it] };
  }
  return extended;
};

const added = ({ states = {}, insert = [], moves = {} }: WorkflowExtension): ReadonlySet<string> =>
  new Set([...Object.keys(states).map((it) => `state.${it}`), ...insert.map((it) => `move.${it.by.move}`), ...Object.keys(moves).map((it) => `move.${it}`)]);

/** The word for a key of an extended workflow: what a plugin added, and what goes under its name, is worded by it. */
export const extendedWord = (taken: readonly Registered[], core: (key: string) => LocalText) => (key: string): LocalText => {
  const [plugin, ...rest] = key.split(':');
  const owner = taken.find((it) => (rest.length > 0 ? it.plugin === plugin : added(it).has(key)));
  if (!owner) return core(key);
  return rest.length > 0 ? firstWord(owner.word, [rest.join(':')]) : firstWord(owner.word, [`${owner.of}.${key}`, key]);
};

/** The work that follows a deed of a plugin; undefined for one of the core. */
export const pluginWork = (effect: string): { plugin: string; handler: string } | undefined => {
  const [plugin = '', ...handler] = effect.split(':');
  return handler.length > 0 ? { plugin, handler: handler.join(':') } : undefined;
};

/** A kind of the core with what the tenant's plugins add: every kind is made by this, so that no verb goes past them. */
export const extendKind = <Subject>(registry: Pick<Registry, 'extensions'>, kind: CaseKind<Subject>): CaseKind<Subject> => {
  const { workflow, taken } = extendedWorkflow(registry, kind.workflow);
  if (taken.length === 0) return kind;
  return {
    ...kind,
    workflow,
    word: extendedWord(taken, kind.word),
    effectKind: (effect) => (pluginWork(effect) ? handlerKind : (kind.effectKind?.(effect) ?? `case.${effect}`)),
    effectPayload: (effect) => pluginWork(effect) ?? kind.effectPayload?.(effect) ?? {},
  };
};
