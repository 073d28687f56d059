import { expect, type Page, test } from '@playwright/test';
import { officerOf, openAs, settled } from './officer.ts';

const rowsShown = async (page: Page): Promise<number> => Number(/^([\d.]+) dòng/.exec((await page.getByText(/^[\d.]+ dòng/).textContent()) ?? '')?.[1]?.replaceAll('.', ''));

/** Orders what is shown, and gives the name of the file that comes and how many rows it holds. */
const takenOut = async (page: Page, button: ReturnType<Page['getByRole']>): Promise<{ name: string; rows: number }> => {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const exports = await page.request.get(`/api/t/${officerOf('home-affairs-officer').tenant}/exports?limit=1`);
  const { items } = (await exports.json()) as { items: { progress: { rows: number } }[] };
  return { name: download.suggestedFilename(), rows: items[0]?.progress.rows ?? -1 };
};

test('a list of people is narrowed, sorted, gone through to its end, and taken out as it stands', async ({ page }) => {
  await openAs(page, 'home-affairs-officer', '/people');
  await settled(page);
  const all = await rowsShown(page);
  await page.getByLabel('Đối tượng').selectOption({ label: 'viên chức' });
  await expect(page).toHaveURL(/kind=public-employee/);
  await expect.poll(() => rowsShown(page)).toBeLessThan(all);
  await page.getByRole('button', { name: 'Cơ quan, đơn vị' }).click();
  await expect(page).toHaveURL(/sort=unit/);
  await settled(page);
  const shown = await rowsShown(page);

  await page.getByRole('cell').getByRole('link').first().focus();
  await page.keyboard.press('End');
  const last = page.locator(`[data-index="${shown - 1}"]`);
  await expect(last.getByRole('link')).toBeVisible();

  const file = await takenOut(page, page.getByRole('button', { name: 'Xuất ra Excel' }));
  expect(file.name).toMatch(/^danh-sach-nguoi.*\.xlsx$/);
  expect(file.rows).toBe(shown);

  // Whoever opens somebody comes back to the list as he left it.
  await last.getByRole('link').click();
  await expect(page).toHaveURL(/people\/[0-9a-f-]{36}/);
  await page.goBack();
  await expect(page).toHaveURL(/kind=public-employee.*sort=unit|sort=unit.*kind=public-employee/);
  await expect(last.getByRole('link')).toBeVisible();
});

test('the people behind a figure are looked through by name and taken out as they were found', async ({ page }) => {
  await openAs(page, 'home-affairs-officer', '?on=2025-12-31');
  await settled(page);
  await page.locator('main li a[href*="group=missing"]').first().click();
  await page.getByRole('button', { name: 'Không được tính' }).click();
  await expect(page).toHaveURL(/group=out/);
  const first = page.locator('[data-index="0"] button');
  await expect(first).toBeVisible();
  const name = (await first.textContent()) ?? '';
  await page.getByRole('searchbox', { name: 'Tìm theo họ tên' }).fill(name.toUpperCase());
  await expect(page).toHaveURL(/search=/);
  await expect(page.getByText(/^\d+ dòng/)).toBeVisible();
  await settled(page);
  const shown = await rowsShown(page);
  const file = await takenOut(page, page.getByRole('button', { name: 'Xuất ra Excel' }).last());
  expect(file.rows).toBe(shown);
  await first.click();
  await expect(page.getByRole('dialog')).toContainText('Kết luận: không được tính');
});
