import { expect, type Page, test } from '@playwright/test';
import { expectUsable, lookAs, looks, officerOf, settled, signIn } from './officer.ts';
import { screens } from './screens.ts';

/** What opens from another page: a person, a target of each kind, the reason of one figure. */
const openFurther = async (page: Page, tenant: string): Promise<void> => {
  await page.goto(`/t/${tenant}/people`);
  await page.getByRole('cell').getByRole('link').first().click();
  await expect(page).toHaveURL(/people\/[0-9a-f-]{36}/);
  await settled(page);
  await expectUsable(page);

  await page.goto(`/t/${tenant}?on=2025-12-31`);
  await settled(page);
  // The first target without a percentage has another page than those of people.
  await page.locator('main a[href*="/targets/"]').first().click();
  await expect(page).toHaveURL(/targets/);
  await settled(page);
  await expectUsable(page);
  await page.goBack();
  await settled(page);
  await page.locator('li[data-measured] h3 a').first().click();
  await expect(page).toHaveURL(/targets/);
  await settled(page);
  await expectUsable(page);
  await page.locator('[data-index="0"] button').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(400);
  await expectUsable(page);
};

for (const [half, own] of looks.entries()) {
  // Each screen is opened as the one before it was left, and looked at both ways: half of them are first seen in each.
  test(`axe finds nothing serious on any screen, and none is wider than its window, on a desk in Vietnamese and on a phone in English: part ${String(half + 1)}`, async ({ page }) => {
    test.setTimeout(180_000);
    const broken: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) broken.push(message.text());
    });
    const { tenant } = officerOf('home-affairs-head');
    await page.goto('/');
    await lookAs(page, own);
    await expectUsable(page);
    await page.goto('/reset');
    await settled(page);
    await expectUsable(page);
    await page.goto('/tenants');
    await signIn(page, 'home-affairs-head');
    await settled(page);
    await expectUsable(page);
    let [now, then] = half === 0 ? looks : ([looks[1], looks[0]] as const);
    for (const path of ['/account', ...screens.map((it) => `/t/${tenant}${it}`)].filter((_, at) => at % 2 === half)) {
      await page.goto(path);
      await settled(page);
      await expectUsable(page);
      await lookAs(page, then);
      await expectUsable(page);
      [now, then] = [then, now];
    }
    if (now !== own) await lookAs(page, own);
    await openFurther(page, tenant);
    expect(broken).toEqual([]);
  });
}
