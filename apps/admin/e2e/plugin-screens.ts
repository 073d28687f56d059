import type { Page } from '@playwright/test';

type Me = { plugins: { id: string; pages: { name: string }[] }[] };

/** The pages of plugins that whoever is signed in may open in a tenant: they are found, as the screens find them. Cards stand on screens of the core. */
export const pluginScreens = async (page: Page, tenant: string): Promise<string[]> => {
  const { plugins } = (await (await page.request.get(`/api/t/${tenant}/me`)).json()) as Me;
  return plugins.flatMap(({ id, pages }) => pages.map(({ name }) => `/x/${id}/${name}`));
};
