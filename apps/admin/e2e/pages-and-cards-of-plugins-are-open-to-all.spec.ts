import { expect, test } from '@playwright/test';
import { expectUsable, lookAs, looks, officerOf, settled, signInWith } from './officer.ts';
import { pluginScreens, tenantsWithPlugins } from './plugin-screens.ts';

test('axe finds nothing serious on pages and cards of plugins, and none is wider than its window, on a desk in Vietnamese and on a phone in English', async ({ page }) => {
  test.setTimeout(120_000);
  expect(tenantsWithPlugins()).not.toEqual([]);
  await page.goto('/');
  let [now, then] = looks as readonly [(typeof looks)[number], (typeof looks)[number]];
  await lookAs(page, now);
  for (const tenant of tenantsWithPlugins()) {
    await page.goto(`/t/${tenant}`);
    await signInWith(page, { email: `home-affairs-head@${tenant}.example`, password: officerOf('home-affairs-head').password });
    await settled(page);
    const screens = await pluginScreens(page, tenant);
    expect(screens).not.toEqual([]);
    for (const { path, link } of screens) {
      await page.goto(`/t/${tenant}${path}`);
      await settled(page);
      if (link !== undefined) {
        await page.locator(link).first().click();
        await expect(page).not.toHaveURL(new RegExp(`/t/${tenant}${path}$`));
        await settled(page);
      }
      await expectUsable(page);
      await lookAs(page, then);
      await expectUsable(page);
      [now, then] = [then, now];
    }
    await page.context().clearCookies();
  }
});
