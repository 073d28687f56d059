import { expect, type Page, test } from '@playwright/test';
import { expectOpenToAll, officerOf, openAs, settled } from './officer.ts';

const proof = { name: 'bao-cao.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF') };

const decides = async (page: Page, move: string, reason?: string): Promise<void> => {
  await page.getByRole('button', { name: move, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByLabel('Lý do').fill(reason);
  await dialog.getByRole('button', { name: move, exact: true }).click();
  await expect(dialog).toBeHidden();
};

test('a task is given to an agency, reported with a figure and a file, sent back with a reason, corrected and accepted', async ({ page: manager, browser }) => {
  test.setTimeout(120_000);
  const { tenant } = officerOf('home-affairs-officer');
  await openAs(manager, 'home-affairs-officer', '/tasks/bodies');
  const body = manager.getByRole('row').filter({ has: manager.getByRole('rowheader', { name: /ban, ngành/ }) });
  await body.getByRole('button', { name: /^Thêm đơn vị/ }).click();
  await body.getByRole('combobox').or(body.getByRole('textbox')).first().fill('Sở Y tế');
  await manager.getByRole('option', { name: /^Sở Y tế/ }).first().click();
  await expect(body.getByRole('button', { name: /^Bỏ Sở Y tế/ })).toBeVisible();
  await manager.goto(`/t/${tenant}/tasks`);
  await manager.getByRole('button', { name: /^Lập danh mục năm/ }).click();
  await expect(manager.getByText(/thêm \d+ việc/)).toBeVisible();
  await settled(manager);
  await expectOpenToAll(manager);

  const agency = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await openAs(agency, 'agency-officer', '/tasks');
  await settled(agency);
  await agency.getByRole('link', { name: /^Nghiên cứu đề xuất/ }).first().click();
  await expect(agency.getByRole('heading', { name: 'Báo cáo thực hiện' })).toBeVisible();
  const duty = agency.url();
  await agency.getByLabel('Đã làm gì, kết quả thế nào').fill('Đã rà soát nhu cầu của các đơn vị trực thuộc.');
  await agency.getByLabel('Số liệu (nếu có)').fill('42');
  await agency.getByRole('button', { name: 'Lưu báo cáo' }).click();
  await expect(agency.getByText(/^Đã lưu/)).toBeVisible();
  await agency.locator('input[type=file]').setInputFiles(proof);
  await expect(agency.getByRole('link', { name: proof.name })).toBeVisible();
  await decides(agency, 'Gửi báo cáo');
  await expect(agency.getByText('Chờ công nhận').first()).toBeVisible();

  await manager.goto(duty);
  await expect(manager.getByText('42', { exact: true })).toBeVisible();
  await decides(manager, 'Trả lại để bổ sung', 'Thiếu số văn bản');

  await agency.goto(duty);
  await expect(agency.getByText('Thiếu số văn bản')).toBeVisible();
  await agency.getByLabel(/^Số, ký hiệu văn bản/).fill('12/BC-SYT');
  await agency.getByRole('button', { name: 'Lưu báo cáo' }).click();
  await expect(agency.getByText(/^Đã lưu/)).toBeVisible();
  await settled(agency);
  await expectOpenToAll(agency);
  await decides(agency, 'Gửi báo cáo');

  await manager.goto(duty);
  await expect(manager.getByText('12/BC-SYT')).toBeVisible();
  await decides(manager, 'Công nhận');
  await expect(manager.getByText('Đã công nhận').first()).toBeVisible();
  const history = manager.getByRole('region', { name: 'Quá trình xử lý', exact: true });
  await expect(history.getByText('Gửi báo cáo')).toHaveCount(2);
  await expect(history.getByText('Thiếu số văn bản')).toBeVisible();
  await expectOpenToAll(manager);
});
