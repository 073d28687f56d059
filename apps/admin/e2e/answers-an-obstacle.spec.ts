import { expect, type Page, test } from '@playwright/test';
import { expectOpenToAll, openAs, settled } from './officer.ts';

const decides = async (page: Page, move: string): Promise<void> => {
  await page.getByRole('button', { name: move, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: move, exact: true }).click();
  await expect(dialog).toBeHidden();
};

const raises = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Khó khăn, vướng mắc').fill(text);
  await page.getByLabel('Kiến nghị, đề xuất').fill('Đề nghị hướng dẫn việc xác nhận trình độ tương đương.');
  await page.getByRole('button', { name: 'Gửi kiến nghị' }).click();
  await expect(page).toHaveURL(/obstacles\/0/);
};

test('an obstacle is raised beside those like it, taken in hand, answered with the change that came of it, published and closed', async ({ page: agency, browser }) => {
  test.setTimeout(120_000);
  const text = 'Chưa có đơn vị được phép tổ chức thi chứng chỉ trên địa bàn.';
  await openAs(agency, 'agency-officer', '/obstacles/new');
  const concerns = agency.getByRole('textbox', { name: 'Về mục tiêu, nhiệm vụ' }).or(agency.getByRole('combobox', { name: 'Về mục tiêu, nhiệm vụ' })).first();
  await concerns.fill('muc tieu');
  await agency.getByRole('option', { name: /^Mục tiêu: / }).first().click();
  await expect(agency).toHaveURL(/about=/);
  await raises(agency, text);
  const raised = agency.url();

  // Whoever writes of the same thing is shown it, with marks or without.
  await agency.goto(raised.replace(/[^/]+$/, 'new'));
  await agency.getByLabel('Khó khăn, vướng mắc').fill('chua co don vi to chuc thi chung chi');
  await expect(agency.getByRole('heading', { name: 'Kiến nghị tương tự' })).toBeVisible();
  await expect(agency.getByText(text).first()).toBeVisible();
  await settled(agency);
  await expectOpenToAll(agency);
  await agency.getByLabel('Khó khăn, vướng mắc').fill('');

  const office = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await openAs(office, 'home-affairs-officer', '/obstacles');
  await settled(office);
  await office.goto(raised);
  await decides(office, 'Nhận xử lý');
  await office.getByRole('textbox', { name: 'Trả lời' }).fill('Việc xác nhận theo quyết định từng trường hợp.');
  await office.getByLabel('Thay đổi từ kiến nghị này').selectOption({ label: 'Phiên bản kế hoạch' });
  await office.getByLabel('Phiên bản kế hoạch').selectOption('1');
  await office.getByLabel(/^Phổ biến câu trả lời/).check();
  await office.getByRole('button', { name: 'Lưu trả lời' }).click();
  await expect(office.getByText(/^Đã lưu/)).toBeVisible();
  await settled(office);
  await expectOpenToAll(office);
  await decides(office, 'Trả lời');
  await expect(office.getByText('Đã phổ biến cho mọi cơ quan')).toBeVisible();

  await agency.goto(raised);
  // Both ways: from the proposal to the change and the task that it is about, and back from either.
  await expect(agency.getByText(/trả lời ngày/)).toBeVisible();
  await expect(agency.getByRole('link', { name: 'Phiên bản 1 của kế hoạch' })).toHaveAttribute('href', /\/plan\/versions\/1$/);
  await office.goto(raised.replace(/obstacles.*/, 'plan/versions/1'));
  await expect(office.getByRole('region', { name: 'Thay đổi này từ kiến nghị' }).getByRole('link', { name: text }).first()).toBeVisible();
  await decides(agency, 'Đồng ý, kết thúc');
  await expect(agency.getByText('Đã xong').first()).toBeVisible();
  await expectOpenToAll(agency);
});

test('many obstacles are taken in hand by one press; what somebody else took meanwhile is told with the reason and stays chosen', async ({ page: agency, browser }) => {
  test.setTimeout(120_000);
  const texts = ['Lớp buổi tối thiếu phòng học.', 'Lớp buổi tối thiếu giáo trình.'];
  await openAs(agency, 'agency-officer', '/obstacles/new');
  const raised: string[] = [];
  for (const text of texts) {
    await agency.goto(agency.url().replace(/obstacles\/.*$/, 'obstacles/new'));
    await raises(agency, text);
    raised.push(agency.url());
  }
  const office = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await openAs(office, 'home-affairs-officer', '/inbox');
  for (const text of texts) await office.getByRole('checkbox', { name: text }).check();
  const other = await office.context().newPage();
  await other.goto(raised[0] ?? '');
  await decides(other, 'Nhận xử lý');

  await office.getByRole('button', { name: 'Nhận xử lý (2)' }).click();
  const dialog = office.getByRole('dialog');
  await expect(dialog).toContainText('với 2 việc');
  await dialog.getByRole('button', { name: 'Nhận xử lý', exact: true }).click();
  await expect(office.getByText('Đã xong: thực hiện được 1 việc, không thực hiện được 1 việc.')).toBeVisible({ timeout: 30_000 });
  await expect(office.getByRole('listitem').filter({ hasText: texts[0] ?? '' }).filter({ hasText: 'Người khác' })).toBeVisible();
  await expect(office.getByRole('checkbox', { name: texts[0] ?? '' })).toBeChecked();
  await expect(office.getByRole('checkbox', { name: texts[1] ?? '' })).not.toBeChecked();
  await settled(office);
  await expectOpenToAll(office);

  // After its page was closed it is found again.
  await office.goto(office.url().replace(/\?.*$/, ''));
  await office.getByText('Đợt xử lý gần đây').click();
  await office.getByRole('link', { name: 'Nhận xử lý: 2 việc' }).first().click();
  await expect(office.getByText('Đã xong: thực hiện được 1 việc')).toBeVisible();
});
