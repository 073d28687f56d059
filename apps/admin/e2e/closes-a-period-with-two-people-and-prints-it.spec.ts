import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectOpenToAll, officerOf, openAs, settled, signIn } from './officer.ts';

// A half year that no other job closes.
const period = '?from=2024-07-01&to=2024-12-31&cutOff=2024-12-31';

test('a period is frozen by one person, signed by another, printed, corrected for a reason and sent back', async ({ page, browser }) => {
  await openAs(page, 'home-affairs-officer', `/closes/new${period}`);
  await settled(page);
  await expect(page.getByRole('combobox')).toHaveValue('2024-07-01..2024-12-31');
  await page.getByRole('button', { name: 'Chốt số liệu' }).click();
  await expect(page).toHaveURL(/closes\/[0-9a-f-]{36}/);
  await expect(page.getByText('Bạn đã lập số liệu này')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ký duyệt', exact: true })).toBeHidden();
  const address = page.url();

  const second = await (await browser.newContext()).newPage();
  await second.goto(address);
  await signIn(second, 'home-affairs-head');
  await second.getByRole('button', { name: 'Ký duyệt', exact: true }).click();
  const dialog = second.getByRole('dialog');
  await expect(dialog).toContainText('Mã số của số liệu bạn ký');
  await dialog.getByRole('button', { name: 'Ký duyệt', exact: true }).click();
  await expect(second.getByRole('button', { name: 'Bản in Excel đã ký' })).toBeVisible();
  await expectOpenToAll(second);

  await second.getByRole('button', { name: 'Bản in Excel đã ký' }).click();
  const coming = second.waitForEvent('download');
  await second.getByRole('link', { name: 'Tải bản in về' }).click();
  const file = await readFile(await (await coming).path());
  expect(file.subarray(0, 2).toString()).toBe('PK');

  // On paper: sheets of A4, without what only works on a screen.
  const paper = (await second.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/MediaBox \[0 0 59[45]\S* 84[12]\S*\]/)).not.toBeNull();
  await second.emulateMedia({ media: 'print' });
  await expect(second.getByRole('navigation')).toBeHidden();
  await expect(second.getByRole('button', { name: 'Bản in Excel đã ký' })).toBeHidden();

  await page.reload();
  await page.getByRole('link', { name: 'Chốt lại kỳ này' }).click();
  await page.getByRole('button', { name: 'Chốt lại, thành phiên bản 2' }).click();
  await expect(page.getByRole('alert')).toContainText('lý do');
  await page.getByLabel('Lý do chốt lại').fill('Bổ sung chứng chỉ nộp chậm');
  await page.getByRole('button', { name: 'Chốt lại, thành phiên bản 2' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'phiên bản 2' })).toBeVisible();
  await expect(page.getByText('Bạn đã lập số liệu này')).toBeVisible();
  const back = await (await browser.newContext()).newPage();
  await back.goto(page.url());
  await signIn(back, 'home-affairs-head');
  await back.getByRole('button', { name: 'Trả lại, không ký' }).click();
  await back.getByRole('dialog').getByRole('button', { name: 'Trả lại, không ký' }).click();
  await expect(back.getByRole('dialog')).toContainText('Hãy ghi lý do');
  await back.getByRole('dialog').getByLabel('Lý do trả lại').fill('Còn thiếu hai đơn vị.');
  await back.getByRole('dialog').getByRole('button', { name: 'Trả lại, không ký' }).click();
  await expect(back.getByText('Còn thiếu hai đơn vị.').first()).toBeVisible();
});

test('a closed figure opens the people behind it, and why each counted then', async ({ page }) => {
  const { tenant } = officerOf('home-affairs-officer');
  await openAs(page, 'home-affairs-officer', '/closes/new?from=2024-01-01&to=2024-06-30&cutOff=2024-06-30');
  await settled(page);
  await page.getByRole('button', { name: 'Chốt số liệu' }).click();
  const figure = page.locator('td a[href*="set=denominator"]').first();
  await figure.click();
  await expect(page).toHaveURL(/targets\/.*set=denominator/);
  await page.locator('[data-index="0"] button').first().click();
  await expect(page.getByRole('dialog')).toContainText('Kết luận: được tính');
  await expect(page).toHaveURL(/person=/);
  await expectOpenToAll(page);
  await page.keyboard.press('Escape');
  await page.goto(`/t/${tenant}/closes`);
  await expect(page.getByRole('rowheader', { name: '6 tháng đầu năm 2024' })).toBeVisible();
});
