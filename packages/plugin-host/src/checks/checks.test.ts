import { type Workflow, workflowFor } from '@saubac/domain/workflow';
import { defineManifest, definePlugin, type Manifest, type Plugin, type PluginParts, pluginRoutes } from '@saubac/plugin-api';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { checkPlugin } from '../check-plugin.ts';

const text = {
  title: 't', about: 'a', a: 'a', 'config.days': 'd', refusal: 'r',
  'swap.name': 'n', 'job.nightly': 'j', 'job.1st': 'j', 'handler.tell': 'h', 'handler.tell:all': 'h', 'swap.state.draft': 's', 'swap.state.done': 's', 'swap.move.finish': 'm',
  'review.state.second-check': 's', 'review.move.confirm': 'm',
};
const manifest = defineManifest({
  id: 'visits', version: '1.0.0', apiVersion: 1, title: 'title', about: 'about',
  permissions: { 'visit.read': { label: 'a', grantTo: ['auditor'] } },
  pages: { visits: { title: 'a', permission: 'visit.read', group: 'people' } },
  slots: { card: { at: 'person.sidebar', title: 'a', permission: 'visit.read' } },
  words: { vi: text, en: text },
});
const guard = { name: 'isReady', refusal: 'refusal', holds: () => true };
const effect = { name: 'tell', payload: () => ({}) };
const swap = workflowFor()({
  id: 'swap', states: ['draft', 'done'], initial: 'draft', final: ['done'],
  moves: { finish: { from: 'draft', to: 'done', permission: 'visits:visit.read', guards: [guard], effects: [effect] } },
});
const ofSwap = (workflow: object) => [{ workflow, seenBy: 'visit.read', subjects: () => Promise.resolve(new Map()), describe: () => ({ title: { vi: 't' }, link: '/' }) }];
const review = workflowFor()({
  id: 'review', states: ['submitted', 'approved'], initial: 'submitted', final: ['approved'],
  moves: { approve: { from: 'submitted', to: 'approved', permission: 'plan.check' } },
});
const addition = {
  by: 'visits', of: 'review', states: { 'second-check': { fallsBackTo: 'submitted' } },
  insert: [{ before: 'approve', state: 'second-check', by: { move: 'confirm', permission: 'visits:visit.read', effects: [effect], guards: [guard] } }],
};
const against = { coreWorkflows: [review as Workflow<never>] };
const report = { title: 'a', permission: 'visit.read', columns: [{ key: 'n', title: 'a', type: 'number' }], rows: () => Promise.resolve([]) };
const doNothing = { run: () => Promise.resolve() };

const routesOf = (mount: Parameters<ReturnType<typeof pluginRoutes>>[1]) => pluginRoutes()(manifest as Manifest, mount);
// As a plugin is loaded: nothing of it was compiled against the interface.
const loaded = (parts: object, of: object = {}): Plugin => definePlugin({ ...(manifest as Manifest), ...of }, parts as PluginParts);
const failuresOf = (parts: object, of: object = {}) => checkPlugin(loaded(parts, of), against);

const absentWords = (...keys: string[]) => ['vi', 'en'].flatMap((locale) => keys.map((key) => ({ kind: 'word-missing', locale, key })));

describe('a plugin as it is loaded', () => {
  const whole = {
    config: z.object({ days: z.int().default(3) }),
    workflows: [...ofSwap(swap), addition],
    handlers: { tell: doNothing },
    jobs: { nightly: doNothing },
    reports: { visits: report },
    routes: routesOf((app, { needs }) => app.get('/visits/:id', needs('visit.read'), (c) => c.json({})).post('/visits/:id', (c) => c.json({}))),
  };

  it('passes with all its parts in order', () => {
    expect(failuresOf(whole)).toEqual([]);
  });

  it('is called, explained and shown by words that are there in both languages', () => {
    expect(failuresOf({}, { title: 'nowhere' })).toEqual(absentWords('nowhere'));
    expect(failuresOf({}, { about: 'nowhere' })).toEqual(absentWords('nowhere'));
    expect(failuresOf({}, { permissions: { 'visit.read': { label: 'nowhere', grantTo: [] } } })).toEqual(absentWords('nowhere'));
    expect(failuresOf({}, { pages: { a: { title: 'nowhere', permission: 'visit.read' } } })).toEqual(absentWords('nowhere'));
    expect(failuresOf({}, { slots: { a: { at: 'unit.sidebar', title: 'nowhere', permission: 'visit.read' } } })).toEqual(absentWords('nowhere'));
    expect(failuresOf({ jobs: { nowhere: doNothing }, handlers: { nowhere: doNothing } })).toEqual(absentWords('job.nowhere', 'handler.nowhere'));
    expect(failuresOf({ reports: { visits: { ...report, title: 'nowhere' } } })).toEqual(absentWords('nowhere'));
    expect(failuresOf({ reports: { visits: { ...report, columns: [{ key: 'n', title: 'nowhere', type: 'text' }] } } })).toEqual(absentWords('nowhere'));
  });

  it('grants to roles that there are', () => {
    expect(failuresOf({}, { permissions: { 'visit.read': { label: 'a', grantTo: ['king'] } } })).toEqual([{ kind: 'role-unknown', permission: 'visit.read', role: 'king' }]);
  });

  it('opens pages, slots, reports and cases by permissions that it declares', () => {
    const undeclared = (part: string, name: string) => [{ kind: 'permission-undeclared', part, name, permission: 'visit.write' }];
    expect(failuresOf({}, { pages: { a: { title: 'a', permission: 'visit.write' } } })).toEqual(undeclared('pages', 'a'));
    expect(failuresOf({}, { slots: { a: { at: 'unit.sidebar', title: 'a', permission: 'visit.write' } } })).toEqual(undeclared('slots', 'a'));
    expect(failuresOf({ reports: { visits: { ...report, permission: 'visit.write' } } })).toEqual(undeclared('reports', 'visits'));
    expect(failuresOf({ ...whole, workflows: [{ ...ofSwap(swap)[0], seenBy: 'visit.write' }] })).toEqual(undeclared('workflows', 'swap'));
  });

  it('names a permission by a noun and a verb, and its other parts by one word', () => {
    const invalid = (part: string, name: string) => [{ kind: 'name-invalid', part, name }];
    expect(failuresOf({}, { permissions: { ...manifest.permissions, read: { label: 'a', grantTo: [] } } })).toEqual(invalid('permissions', 'read'));
    expect(failuresOf({}, { pages: { 'a/b': { title: 'a', permission: 'visit.read' } } })).toEqual(invalid('pages', 'a/b'));
    expect(failuresOf({}, { slots: { 'a b': { at: 'unit.sidebar', title: 'a', permission: 'visit.read' } } })).toEqual(invalid('slots', 'a b'));
    expect(failuresOf({ reports: { '': report } })).toEqual(invalid('reports', ''));
    expect(failuresOf({ handlers: { 'tell:all': doNothing } })).toEqual(invalid('handlers', 'tell:all'));
    expect(failuresOf({ jobs: { '1st': doNothing } })).toEqual(invalid('jobs', '1st'));
  });

  it('stands at places of the core that there are', () => {
    expect(failuresOf({}, { slots: { a: { at: 'person.top', title: 'a', permission: 'visit.read' } } })).toEqual([{ kind: 'place-unknown', part: 'slots', name: 'a', place: 'person.top' }]);
    expect(failuresOf({}, { pages: { a: { title: 'a', permission: 'visit.read', group: 'home' } } })).toEqual([{ kind: 'place-unknown', part: 'pages', name: 'a', place: 'home' }]);
  });
});

describe('a workflow of a plugin', () => {
  const withSwap = (change: object) => failuresOf({ workflows: ofSwap({ ...swap, ...change }), handlers: { tell: doNothing } });

  it('reaches each state and leads to an end', () => {
    expect(withSwap({ initial: 'done' })).toEqual([{ kind: 'workflow-invalid', workflow: 'swap', problem: { kind: 'unreachable-state', state: 'draft' } }]);
  });

  it('has words for itself, each state, move and refusal in both languages', () => {
    const { 'swap.name': _name, 'swap.state.done': _state, 'swap.move.finish': _move, refusal: _refusal, ...rest } = text;
    const failures = failuresOf({ workflows: ofSwap(swap), handlers: { tell: doNothing } }, { words: { vi: rest, en: rest } });
    expect(failures).toEqual(absentWords('swap.name', 'swap.state.done', 'swap.move.finish', 'refusal'));
  });

  it('asks for permissions of the core or of its plugin by their whole names', () => {
    const asking = (permission: string) => withSwap({ moves: { finish: { ...swap.moves.finish, permission } } });
    expect(asking('plan.check')).toEqual([]);
    for (const permission of ['visit.read', 'visits:visit.write', 'other:visit.read', 'plan.everything'])
      expect(asking(permission)).toEqual([{ kind: 'permission-undeclared', part: 'workflows', name: 'swap.finish', permission }]);
  });

  it('has a handler for each effect', () => {
    expect(failuresOf({ workflows: ofSwap(swap) })).toEqual([{ kind: 'handler-missing', workflow: 'swap', effect: 'tell' }]);
  });

  it('has an id that neither another of the plugin nor one of the core has', () => {
    const taken = (workflow: string) => [{ kind: 'workflow-id-taken', workflow }];
    expect(failuresOf({ workflows: [...ofSwap(swap), ...ofSwap(swap)], handlers: { tell: doNothing } })).toEqual(taken('swap'));
    const core = { coreWorkflows: [swap as Workflow<never>] };
    expect(checkPlugin(loaded({ workflows: ofSwap(swap), handlers: { tell: doNothing } }), core)).toEqual(taken('swap'));
  });
});

describe('what a plugin adds to a workflow of the core', () => {
  const adding = (change: object) => failuresOf({ workflows: [{ ...addition, ...change }], handlers: { tell: doNothing } });

  it('is put on a workflow that there is, without leading past it', () => {
    expect(adding({ of: 'hearing' })).toContainEqual({ kind: 'extension-of-unknown', workflow: 'hearing' });
    expect(adding({ guards: { decline: [guard] } })).toEqual([{ kind: 'extension-invalid', workflow: 'review', problem: { kind: 'unknown-move', by: 'visits', move: 'decline' } }]);
    expect(adding({ insert: [] })).toContainEqual({ kind: 'workflow-invalid', workflow: 'review', problem: { kind: 'unreachable-state', state: 'second-check' } });
  });

  it('is put together only where the workflows of the core are known', () => {
    expect(checkPlugin(loaded({ workflows: [{ ...addition, guards: { decline: [guard] } }], handlers: { tell: doNothing } }))).toEqual([]);
  });

  it('is added in the name of the plugin itself', () => {
    expect(adding({ by: 'other' })).toEqual([{ kind: 'extension-by-other', workflow: 'review', by: 'other' }]);
  });

  it('has words for each state, move and refusal that it adds', () => {
    const { 'review.state.second-check': _state, 'review.move.confirm': _move, refusal: _refusal, ...rest } = text;
    const failures = failuresOf({ workflows: [addition], handlers: { tell: doNothing } }, { words: { vi: rest, en: rest } });
    expect(failures).toEqual(absentWords('review.state.second-check', 'review.move.confirm', 'refusal'));
  });

  it('asks for permissions and handlers as a workflow of its own does', () => {
    expect(adding({ insert: [{ ...addition.insert[0], by: { move: 'confirm', permission: 'visit.read' } }] })).toEqual([{ kind: 'permission-undeclared', part: 'workflows', name: 'review.confirm', permission: 'visit.read' }]);
    expect(failuresOf({ workflows: [addition] })).toEqual([{ kind: 'handler-missing', workflow: 'review', effect: 'tell' }]);
    expect(adding({ effects: { approve: [{ ...effect, name: 'shout' }] } })).toEqual([{ kind: 'handler-missing', workflow: 'review', effect: 'shout' }]);
  });
});

describe('a report', () => {
  it('has one column of a key', () => {
    expect(failuresOf({ reports: { visits: { ...report, columns: [...report.columns, ...report.columns] } } })).toEqual([{ kind: 'column-taken', report: 'visits', column: 'n' }]);
  });
});

describe('settings', () => {
  it('have a default each', () => {
    expect(failuresOf({ config: z.object({ days: z.int() }) })).toMatchObject([{ kind: 'setting-without-default', setting: 'days' }]);
  });

  it('are called by a word each', () => {
    expect(failuresOf({ config: z.object({ nights: z.int().default(1) }) })).toEqual(absentWords('config.nights'));
  });

  it('are fields', () => {
    expect(failuresOf({ config: z.int().default(1) })).toEqual([{ kind: 'settings-without-fields' }]);
  });
});

describe('routes', () => {
  const mounting = (mount: Parameters<typeof routesOf>[0]) => failuresOf({ routes: routesOf(mount) });

  it('begin with a slash', () => {
    expect(mounting((app) => app.get('visits', (c) => c.json({})))).toEqual([{ kind: 'route-invalid', method: 'get', path: 'visits' }]);
  });

  it('answer no request twice, whatever their parameters are called', () => {
    expect(mounting((app) => app.get('/visits/:id', (c) => c.json({})).get('/visits/:visit', (c) => c.json({})).post('/visits/:id', (c) => c.json({})))).toEqual([{ kind: 'route-taken', method: 'get', path: '/visits/:visit' }]);
  });

  it('are mounted without a fault', () => {
    const failing = () => {
      throw new Error('no such table');
    };
    expect(mounting(failing)).toEqual([{ kind: 'routes-failed', message: 'no such table' }]);
  });
});
