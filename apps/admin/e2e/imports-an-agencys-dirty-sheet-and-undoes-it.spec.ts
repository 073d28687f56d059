import { expect, type Page, test } from '@playwright/test';
import { join } from 'node:path';
import { expectOpenToAll, officerOf, openAs, settled } from './officer.ts';

const list = join(import.meta.dirname, '../../../packages/services/test/dirty/11-one-agency.xlsx');

const upload = async (page: Page): Promise<void> => {
  await settled(page);
  await page.locator('input[type=file]').setInputFiles(list);
  await page.getByRole('button', { name: 'Tải lên và kiểm tra' }).click();
  await expect(page.getByRole('heading', { name: 'Cột nào là gì?' })).toBeVisible();
};

/** The arrow keys go from cell to cell until they reach one that is wrong. */
const goToWrong = async (page: Page): Promise<void> => {
  const active = page.locator('[role=gridcell][data-active]');
  await page.keyboard.press('Home');
  await expect(async () => {
    if ((await active.getAttribute('data-wrong')) === null) await page.keyboard.press('ArrowRight');
    expect(await active.getAttribute('data-wrong')).not.toBeNull();
  }).toPass();
};

const type = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Enter');
  await expect(page.locator('[role=gridcell] input')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

test('an agency’s own list is mapped, two rows are mended by keyboard, it is written, and taken back', async ({ page }) => {
  await openAs(page, 'agency-officer', '/imports');
  await upload(page);
  await page.getByLabel('Cột G “Loại” là').selectOption({ label: 'Đối tượng *' });
  await page.getByLabel('Lấy “Mã đơn vị” từ đâu').selectOption('constant');
  await page.getByRole('combobox', { name: 'Giá trị của “Mã đơn vị”' }).click();
  await page.locator('[role=option]').first().click();
  await page.getByRole('button', { name: 'Đọc theo cách này' }).click();

  await expect(page.getByRole('link', { name: 'Cần sửa (2)' })).toBeVisible();
  await page.getByRole('link', { name: 'Theo từng dòng' }).click();
  const grid = page.getByRole('grid');
  await grid.focus();
  await goToWrong(page);
  await type(page, '28/02/1978');
  await goToWrong(page);
  await type(page, 'Viên chức');
  await expect(page.getByText('Đã sửa 2 chỗ, chưa kiểm tra lại.')).toBeVisible();
  await expect(page.locator('[role=gridcell][data-wrong]')).toHaveCount(0);
  await expectOpenToAll(page);
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();

  await expect(page.getByRole('link', { name: 'Thay đổi (6)' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'Ghi vào hệ thống' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Đã ghi vào hệ thống' })).toBeVisible();
  const address = page.url();
  await page.getByRole('link', { name: 'Lê Thử Cường' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lê Thử Cường' })).toBeVisible();
  await page.goBack();

  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByText('Hãy ghi lý do hoàn tác.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Lý do hoàn tác' }).fill('Nhập thử');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByText('Dữ liệu trở lại như trước lần nhập.')).toBeVisible();
  expect(page.url()).toBe(address);
  const { tenant } = officerOf('');
  expect(await (await page.request.get(`/api/t/${tenant}/people?search=${encodeURIComponent('Lê Thử Cường')}`)).json()).toMatchObject({ items: [] });
});

test('an import outlives a reload of its page, and is given up in words', async ({ page }) => {
  await openAs(page, 'agency-officer', '/imports');
  await upload(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Cột nào là gì?' })).toBeVisible();
  await expectOpenToAll(page);
  await page.getByRole('button', { name: 'Hủy lần nhập này' }).click();
  await expect(page.getByRole('dialog')).toContainText('Chưa có gì của tệp này được ghi');
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy lần nhập này' }).click();
  await expect(page.getByText('Lần nhập này đã được hủy. Không có gì được ghi.')).toBeVisible();
});

test('a file that is no workbook is refused in words', async ({ page }) => {
  await openAs(page, 'agency-officer', '/imports');
  await settled(page);
  await page.locator('input[type=file]').setInputFiles({ name: 'list.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 3, 0xff]) });
  await page.getByRole('button', { name: 'Tải lên và kiểm tra' }).click();
  await expect(page.getByRole('alert')).toContainText(/tệp/i);
});
