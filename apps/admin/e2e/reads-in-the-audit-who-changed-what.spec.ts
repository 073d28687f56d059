import { expect, test } from '@playwright/test';
import { openAs, ownName, settled } from './officer.ts';

const reason = 'Quyết định 34/QĐ-SNV về đoàn kiểm tra';

test('an act is found by who, what and when, read field by field, and taken out as a sheet', async ({ page }) => {
  await openAs(page, 'operator', '/users/invite');
  const operator = await ownName(page);
  await page.getByLabel('Họ và tên').fill('Lê Văn Kiểm Tra');
  await page.getByLabel('Thư điện tử').fill('read.in.the.audit@thu.example');
  await page.getByLabel('Vai trò', { exact: true }).selectOption('auditor');
  await page.getByLabel('Đến hết ngày').fill('31/12/2099');
  await page.getByLabel('Lý do').fill(reason);
  await page.getByRole('button', { name: 'Gửi lời mời' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lê Văn Kiểm Tra' })).toBeVisible();

  await page.context().clearCookies();
  await openAs(page, 'auditor', '/audit');
  await settled(page);
  await page.getByLabel('Việc đã làm').selectOption({ label: 'Giao vai trò' });
  await expect(page).toHaveURL(/act=grant\.given/);
  await page.getByLabel('Ai', { exact: true }).selectOption({ label: operator });
  await expect(page).toHaveURL(/actor=/);
  const filtered = page.url();
  const row = page.getByRole('row').filter({ hasText: reason });
  await expect(row).toContainText('Lê Văn Kiểm Tra');
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Giao vai trò' })).toBeVisible();
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Vai trò' })).toContainText('Kiểm tra, giám sát');
  await expect(page.getByRole('row').filter({ hasText: 'Đến trước ngày' })).toContainText('01/01/2100');
  await page.getByRole('link', { name: 'Về nhật ký' }).click();
  await expect(page).toHaveURL(filtered);

  await page.getByRole('button', { name: 'Kiểm tra ngay' }).click();
  await expect(page.getByText('Nhật ký nguyên vẹn')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Xuất ra Excel' }).click();
  expect((await download).suggestedFilename()).toMatch(/nhat-ky.*\.xlsx$/);
});

test('who saw a file is told, hour by hour', async ({ page }) => {
  await openAs(page, 'home-affairs-head', '/people');
  await settled(page);
  const first = page.getByRole('cell').getByRole('link').last();
  const name = (await first.textContent()) ?? '';
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const reader = await ownName(page);
  const [person = ''] = /[0-9a-f-]{36}/.exec(page.url()) ?? [];
  // Looks are gathered for some seconds before they are written.
  await expect
    .poll(async () => {
      await page.goto(`${page.url().split('/people')[0]?.split('/audit')[0] ?? ''}/audit/readings?person=${person}`);
      await settled(page);
      return page.locator('main').textContent();
    })
    .toContain(reader);
  await expect(page.getByRole('row').filter({ hasText: 'Hồ sơ' }).first()).toBeVisible();
});
