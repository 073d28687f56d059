import { expect, test } from '@playwright/test';
import { expectOpenToAll, officerOf, settled, signInWith, speak } from './officer.ts';
import { pluginScreens, tenantsWithPlugins } from './plugin-screens.ts';

for (const [language, width, height] of [['vi', 1_440, 900], ['en', 390, 844]] as const) {
  test(`axe finds nothing serious on pages and cards of plugins: ${language}, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(120_000);
    expect(tenantsWithPlugins()).not.toEqual([]);
    await speak(page, language);
    await page.setViewportSize({ width, height });
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
        await expectOpenToAll(page);
        expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), path).toBe(true);
      }
      await page.context().clearCookies();
    }
  });
}
