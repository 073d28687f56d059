import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** A sample account of the first tenant that was told. */
export const officerOf = (role: string): { email: string; password: string; tenant: string } => {
  const tenant = process.env['E2E_TENANT'] ?? '';
  return { tenant, email: `${role}@${tenant}.example`, password: process.env['E2E_PASSWORD'] ?? '' };
};

/** The language of the screens from the next page on. */
export const speak = (page: Page, language: 'vi' | 'en'): Promise<unknown> => page.addInitScript(`localStorage.setItem('saubac.language', '${language}')`);

/** Signs in on the page that asks for it, with an account of one's own. */
export const signInWith = async (page: Page, { email, password }: { email: string; password: string }): Promise<void> => {
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await expect(page.locator('[name=password]')).toBeHidden();
};

/** Signs in on the page that asks for it; whoever was sent there comes to where he was going. */
export const signIn = (page: Page, role: string): Promise<void> => signInWith(page, officerOf(role));

/** Opens a page of the officer's tenant, signing in on the way. */
export const openAs = async (page: Page, role: string, path: string): Promise<void> => {
  await page.goto(`/t/${officerOf(role).tenant}${path}`);
  await signIn(page, role);
};

/** Everything that was asked for is there. */
export const settled = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
};

/** Nothing on the screen keeps somebody out: what axe calls serious or critical by WCAG 2.2 AA is none. */
export const expectOpenToAll = async (page: Page): Promise<void> => {
  // Only what is wrong is gathered: naming every element that is right takes longer than looking at it. No page is in frames.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  const grave = violations.filter((it) => it.impact === 'serious' || it.impact === 'critical');
  // Every page is looked at before the test fails.
  expect.soft(grave.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`), page.url()).toEqual([]);
};

/** How screens are looked at: both languages and both widths, each once. What axe finds depends on one or on the other. */
export const looks = [{ language: 'vi', width: 1_440, height: 900 }, { language: 'en', width: 390, height: 844 }] as const;

/** Looks at what is open as it is told, in the language that is chosen on the page itself. */
export const lookAs = async (page: Page, { language, width, height }: (typeof looks)[number]): Promise<void> => {
  await page.setViewportSize({ width, height });
  // Some screens are dialogs, which cover the switch.
  await page.locator(`button[lang=${language}]`).dispatchEvent('click');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await settled(page);
};

/** Nothing keeps somebody out, and nothing has to be pushed sideways. */
export const expectUsable = async (page: Page): Promise<void> => {
  await expectOpenToAll(page);
  expect.soft(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), page.url()).toBe(true);
};

/** What whoever is signed in is called: sample accounts have their names in the language of the machine. */
export const ownName = async (page: Page): Promise<string> => ((await (await page.request.get('/api/platform/me')).json()) as { name: string }).name;
