import { expect, test } from '@playwright/test';
import { expectOpenToAll, officerOf, settled, signIn, speak } from './officer.ts';
import { screens } from './screens.ts';

const widths = { desk: { width: 1_440, height: 900 }, phone: { width: 390, height: 844 } };

// Both languages and both widths, each once: what axe finds depends on one or on the other.
for (const [language, place] of [['vi', 'desk'], ['en', 'phone']] as const) {
  const viewport = widths[place];
  test(`axe finds nothing serious on any screen: ${language}, ${place}`, async ({ page }) => {
    test.setTimeout(180_000);
    const broken: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) broken.push(message.text());
    });
    await speak(page, language);
    await page.setViewportSize(viewport);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectOpenToAll(page);
    await page.goto('/reset');
    await settled(page);
    await expectOpenToAll(page);

    const { tenant } = officerOf('home-affairs-head');
    await page.goto('/tenants');
    await signIn(page, 'home-affairs-head');
    await settled(page);
    await expectOpenToAll(page);
    for (const path of ['/account', ...screens.map((it) => `/t/${tenant}${it}`)]) {
      await page.goto(path);
      await settled(page);
      await expectOpenToAll(page);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), path).toBe(true);
    }
    await page.goto(`/t/${tenant}/people`);
    await page.getByRole('cell').getByRole('link').first().click();
    await expect(page).toHaveURL(/people\/[0-9a-f-]{36}/);
    await settled(page);
    await expectOpenToAll(page);

    await page.goto(`/t/${tenant}?on=2025-12-31`);
    await settled(page);
    // The first target without a percentage has another page than those of people.
    const late = page.locator('main a[href*="/targets/"]');
    await late.first().click();
    await expect(page).toHaveURL(/targets/);
    await settled(page);
    await expectOpenToAll(page);
    await page.goBack();
    await settled(page);
    await page.locator('li[data-measured] h3 a').first().click();
    await expect(page).toHaveURL(/targets/);
    await settled(page);
    await expectOpenToAll(page);
    await page.locator('[data-index="0"] button').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(400);
    await expectOpenToAll(page);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(broken).toEqual([]);
  });
}
