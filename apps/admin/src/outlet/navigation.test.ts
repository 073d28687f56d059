import { describe, expect, it } from 'vitest';
import { cardsAt } from './cards-at.ts';
import { withPluginPages } from './navigation.ts';
import type { OpenPlugin } from './open-plugins.ts';

const text = (vi: string) => ({ vi, en: vi });
const page = (name: string, group: OpenPlugin['pages'][number]['group'] = null, hidden = false) => ({ name, title: text(name), group, hidden });
const plugin = (id: string, pages: OpenPlugin['pages'], slots: OpenPlugin['slots'] = []): OpenPlugin => ({ id, title: text(`Plugin ${id}`), pages, slots, permissions: [], words: { vi: {}, en: {} } });
const naming = { text: (it: { vi: string }) => it.vi, group: (it: string) => `Group ${it}` };
const core = [
  { to: '/t/$tenant' as const, label: 'overview' },
  { to: '/t/$tenant/plan' as const, label: 'plan', group: 'Group plan' },
  { to: '/t/$tenant/people' as const, label: 'people', group: 'Group people' },
];
const shown = (plugins: OpenPlugin[]) => withPluginPages(core, plugins, naming).map((it) => `${it.group ?? ''}: ${it.label}`);

describe('pages of plugins in the navigation', () => {
  it('stand last in the group that they name', () => {
    expect(shown([plugin('a', [page('visits', 'plan')])])).toEqual([': overview', 'Group plan: plan', 'Group plan: visits', 'Group people: people']);
  });

  it('stand below the others under the title of their plugin where they name none, together', () => {
    expect(shown([plugin('a', [page('one'), page('two', 'plan'), page('three')])]).slice(3)).toEqual(['Group people: people', 'Plugin a: one', 'Plugin a: three']);
  });

  it('open their group where nothing else of it is open', () => {
    expect(shown([plugin('a', [page('x', 'administration')])]).at(-1)).toBe('Group administration: x');
  });

  it('are not shown where they are hidden', () => {
    expect(shown([plugin('a', [page('x', 'plan', true)])])).toHaveLength(core.length);
  });
});

describe('cards of plugins', () => {
  it('are those of a place, of all plugins in their order', () => {
    const card = (name: string, at: string) => ({ name, at, title: text(name) });
    const plugins = [plugin('a', [], [card('one', 'person.sidebar'), card('two', 'unit.sidebar')]), plugin('b', [], [card('three', 'person.sidebar')])];
    expect(cardsAt(plugins, 'person.sidebar').map((it) => it.slot.name)).toEqual(['one', 'three']);
    expect(cardsAt(plugins, 'target.main')).toEqual([]);
  });
});
