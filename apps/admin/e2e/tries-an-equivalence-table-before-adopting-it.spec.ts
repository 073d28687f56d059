import { expect, test } from '@playwright/test';
import { expectOpenToAll, officerOf, openAs, settled } from './officer.ts';

// So late that no figure which somebody else looks at is another by it.
const from = '01/01/2090';

test('a table is tried before it is adopted, and only what was seen is adopted', async ({ page }) => {
  const { tenant } = officerOf('home-affairs-head');
  await openAs(page, 'home-affairs-head', '/equivalence');
  await settled(page);
  const table = page.getByRole('article').filter({ hasText: '6089' });
  await expect(table).toContainText('không áp dụng');
  await table.getByRole('link', { name: 'Thử áp dụng' }).click();
  await expect(page).toHaveURL(/equivalence\/try\?.*table=cv-6089-2014/);
  await page.locator('#field-from').fill(from);

  // Two tables that speak of one type at once are refused, in words, before anything is counted.
  const inPlace = page.getByRole('checkbox', { name: /Thông tư 23\/2021/ });
  await expect(inPlace).toBeChecked();
  await inPlace.uncheck();
  await page.getByRole('button', { name: 'Thử', exact: true }).click();
  await expect(page.getByText('cùng quy đổi')).toBeVisible();
  await page.getByRole('checkbox', { name: /Thông tư 23\/2021/ }).check();
  await page.getByRole('button', { name: 'Thử', exact: true }).click();
  await expect(page.getByText(/\d+ người đổi bậc/).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Những người đổi bậc' }).getByRole('cell').getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Áp dụng', exact: true })).toBeVisible();
  await expectOpenToAll(page);
  const tried = page.url();

  // What was tried has changed nothing, and the address brings it back.
  const second = await page.context().newPage();
  await second.goto(tried);
  await expect(second.getByText(/\d+ người đổi bậc/).first()).toBeVisible();
  await page.goto(`/t/${tenant}/equivalence`);
  await expect(page.getByRole('article').filter({ hasText: '6089' })).toContainText('không áp dụng');
  await page.goBack();

  // Where a certificate has been verified meanwhile, what was seen no longer holds: it is tried again, and then adopted.
  const adopted = page.getByText(/Đã áp dụng; \d+ người đổi bậc/);
  const again = page.getByRole('button', { name: 'Thử lại' });
  await expect(async () => {
    if (await again.isVisible()) await again.click();
    await page.getByRole('button', { name: 'Áp dụng', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Áp dụng', exact: true }).click();
    await expect(adopted.or(again)).toBeVisible();
    await expect(adopted).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto(`/t/${tenant}/equivalence`);
  await expect(page.getByRole('article').filter({ hasText: '6089' })).toContainText('sẽ áp dụng');
  await expect(page.getByRole('article').filter({ has: page.getByRole('heading', { name: /Thông tư 23\/2021/ }) })).toContainText('31/12/2089');

  // Who looked at the same try meanwhile adopts nothing twice.
  await second.getByRole('button', { name: 'Áp dụng', exact: true }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Áp dụng', exact: true }).click();
  await expect(second.getByRole('alert')).toBeVisible();
});
