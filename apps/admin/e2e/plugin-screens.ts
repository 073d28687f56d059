import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const tenants = join(import.meta.dirname, '../../../deploy/tenants');

/** The sample tenants that begin with plugins. */
export const tenantsWithPlugins = (): string[] =>
  readdirSync(tenants)
    .map((it) => JSON.parse(readFileSync(join(tenants, it, 'tenant.json'), 'utf8')) as { slug: string; plugins: string[] })
    .flatMap(({ slug, plugins }) => (plugins.length > 0 ? [slug] : []));

type Me = { plugins: { id: string; pages: { name: string }[]; slots: { at: string }[] }[] };

/** Where the cards of a place stand, and how an address of one is found there: the first link to something of its kind. */
const placesOfCards: Readonly<Record<string, { path: string; link?: string }>> = {
  'person.sidebar': { path: '/people', link: '[role=cell] a[href*="/people/"]' },
  'unit.sidebar': { path: '/units', link: 'main a[href*="unit="]' },
  'overview.main': { path: '' },
  'target.main': { path: '', link: 'li[data-measured] h3 a' },
};

/** The pages of plugins that whoever is signed in may open, and the screens that their cards stand on: found as the screens find them. */
export const pluginScreens = async (page: Page, tenant: string): Promise<{ path: string; link?: string }[]> => {
  const { plugins } = (await (await page.request.get(`/api/t/${tenant}/me`)).json()) as Me;
  const pages = plugins.flatMap((it) => it.pages.map(({ name }) => ({ path: `/x/${it.id}/${name}` })));
  const places = new Set(plugins.flatMap((it) => it.slots.map(({ at }) => at)));
  return [...pages, ...[...places].flatMap((at) => placesOfCards[at] ?? [])];
};
