import { expect, test } from '@playwright/test';
import { openAs, settled, signIn } from './officer.ts';

test('from the overview to the reason of one person, by an address that can be sent on', async ({ page }) => {
  await openAs(page, 'home-affairs-officer', '?on=2025-12-31');
  await settled(page);
  await page.locator('main li a[href*="group=missing"]').first().click();
  await expect(page).toHaveURL(/targets\/.*group=missing/);
  await page.locator('[data-index="0"] button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Kết luận: được tính, nhưng chưa đạt mục tiêu.');
  await expect(page).toHaveURL(/person=/);
  const sent = page.url();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.context().clearCookies();
  await page.goto(sent);
  await signIn(page, 'home-affairs-officer');
  await expect(page.getByRole('dialog')).toContainText('Kết luận');
});

test('a target is followed over the years, and on paper its figures stand as a table', async ({ page }) => {
  await openAs(page, 'home-affairs-officer', '?on=2025-12-31');
  await settled(page);
  const years = page.getByRole('list', { name: /Qua các năm/ }).first();
  await expect(years.getByRole('link').last()).toHaveAccessibleName(/^2025: .*(tính theo dữ liệu hiện có|đã chốt, ký)/);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'In' })).toBeHidden();
});

test('a person of the list is found without accents, and his file says what counts', async ({ page }) => {
  await openAs(page, 'home-affairs-officer', '/people');
  await settled(page);
  const first = page.getByRole('cell').getByRole('link').first();
  const name = (await first.textContent()) ?? '';
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('\u0111', 'd').replaceAll('\u0110', 'D').toLowerCase();
  await page.getByRole('searchbox').fill(plain);
  await expect(page).toHaveURL(/search=/);
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue(plain);
});
