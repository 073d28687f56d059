import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

const tenant = 'ha-tinh';
const code = Date.now().toString(36);
const agreement = `Thỏa thuận ${code}`;
const name = `Lớp ${code}`;
const paper = Buffer.from('%PDF-1.7\n%nothing\n');

/** A day as officers write it, so many days before today in Vietnam. */
const daysAgo = (days: number): string => {
  const [year, month, day] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(Date.now() - days * 86_400_000)).split('-');
  return `${day}/${month}/${year}`;
};

const openAs = async (page: Page, role: string, path: string, of = tenant): Promise<void> => {
  await page.goto(`/t/${of}${path}`);
  await page.locator('[name=email]').fill(`${role}@${of}.example`);
  await page.locator('[name=password]').fill(process.env['E2E_PASSWORD'] ?? '');
  await page.keyboard.press('Enter');
  await expect(page.locator('[name=password]')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

const fillDay = async (page: Page, label: string, day: string): Promise<void> => {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(day);
  await field.blur();
};

/** Attaches two papers, opens one, takes the other away again. */
const attachAndOpen = async (page: Page): Promise<void> => {
  const attach = async (kind: string, file: string): Promise<void> => {
    await page.getByLabel('Loại văn bản').selectOption({ label: kind });
    await page.locator('input[type=file]').setInputFiles({ name: file, mimeType: 'application/pdf', buffer: paper });
    await expect(page.getByRole('row').filter({ hasText: file })).toContainText(kind);
  };
  await attach('Văn bản đã ký', 'Thỏa thuận đã ký.pdf');
  await attach('Phụ lục', 'Phụ lục 1.pdf');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Thỏa thuận đã ký.pdf' }).click();
  const opened = await coming;
  expect(opened.suggestedFilename()).toBe('Thỏa thuận đã ký.pdf');
  expect(readFileSync(await opened.path())).toEqual(paper);
  await page.getByRole('button', { name: 'Xóa tệp: Phụ lục 1.pdf' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa tệp' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Phụ lục 1.pdf' })).toHaveCount(0);
  await page.locator('input[type=file]').setInputFiles({ name: 'trang.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html></html>') });
  await expect(page.getByRole('alert')).toBeVisible();
};

test('a Lao class goes from an agreement to a certificate with a confirmed level', async ({ page, browser }) => {
  test.setTimeout(90_000);
  await openAs(page, 'foreign-affairs', '/x/ha-tinh/agreements');
  await page.getByRole('button', { name: 'Thêm thỏa thuận' }).click();
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('alert')).toContainText('Nhập Tên thỏa thuận.');
  await page.getByLabel('Tên thỏa thuận').fill(agreement);
  await page.getByLabel('Đối tác').fill('Tỉnh Bolykhămxay');
  await page.getByLabel('Cam kết 1').fill('Mỗi năm mở một lớp');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('heading', { level: 1, name: agreement })).toBeVisible();
  await attachAndOpen(page);

  await page.goto(`/t/${tenant}/x/ha-tinh/classes?edit=new`);
  await page.getByLabel('Tên lớp').fill(name);
  await page.getByLabel('Theo thỏa thuận').selectOption({ label: agreement });
  await page.getByLabel('Số quyết định mở lớp').fill('12/QĐ-SNgV');
  await fillDay(page, 'Khai giảng', daysAgo(30));
  await fillDay(page, 'Kết thúc', daysAgo(1));
  await page.getByLabel('Địa điểm').fill('Trường Chính trị Trần Phú');
  await page.getByLabel('Số chỗ').fill('1');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('button', { name: 'Mở đăng ký' }).click();
  await expect(page.getByText('Đang nhận đăng ký')).toBeVisible();
  const address = page.url();

  const agency = await (await browser.newContext()).newPage();
  await openAs(agency, 'agency-officer', '/x/ha-tinh/enrolments');
  await agency.getByRole('button', { name: `Đề nghị: ${name}` }).click();
  await agency.getByRole('combobox', { name: 'Họ và tên' }).fill('nguyen');
  await agency.getByRole('listbox').getByRole('option').first().click();
  await agency.getByRole('button', { name: 'Đề nghị', exact: true }).click();
  const request = agency.getByRole('row').filter({ hasText: name }).filter({ hasText: 'Đã đề nghị' });
  await expect(request).toBeVisible();

  // Without the consent of the unit there is no seat, and the refusal says so.
  await page.goto(address);
  await page.getByRole('button', { name: /^Xếp lớp: / }).click();
  await expect(page.getByRole('alert')).toContainText('chưa đồng ý');
  await request.getByRole('button', { name: /^Đồng ý cử đi học/ }).click();
  await expect(agency.getByRole('row').filter({ hasText: name }).filter({ hasText: 'Đơn vị đã đồng ý' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: /^Xếp lớp: / }).click();
  await expect(page.getByRole('cell', { name: 'Đã xếp lớp' })).toBeVisible();

  await page.getByRole('button', { name: 'Bắt đầu học thử' }).click();
  await page.getByRole('link', { name: 'Buổi học, điểm danh' }).click();
  await page.getByRole('button', { name: 'Ghi buổi học' }).click();
  await page.getByRole('radio', { name: 'Có mặt' }).check();
  await page.getByRole('button', { name: 'Lưu điểm danh' }).click();
  await expect(page.getByRole('table', { name: 'Buổi học, điểm danh' })).toBeVisible();
  await page.getByRole('link', { name: 'Danh sách chính thức' }).click();
  await page.getByLabel('Quyết định phê duyệt danh sách').fill('30/QĐ-SNgV');
  await page.getByRole('button', { name: 'Công bố danh sách chính thức' }).click();
  await expect(page.getByRole('cell', { name: 'Học viên chính thức' })).toBeVisible();
  await page.getByRole('button', { name: 'Kết thúc lớp' }).click();
  await page.getByRole('link', { name: 'Giấy chứng nhận' }).click();
  await page.getByLabel('Số quyết định cấp').fill('80/QĐ-SNgV');
  await page.getByRole('button', { name: 'Cấp 1 giấy chứng nhận' }).click();
  const number = await page.getByRole('table', { name: 'Đã cấp giấy chứng nhận' }).getByText(/TL-HT-\d{4}\/\d{4}/).innerText();

  const education = await (await browser.newContext()).newPage();
  await openAs(education, 'education', '/x/ha-tinh/levels');
  await education.getByRole('row').filter({ hasText: number }).getByRole('button').click();
  await education.getByLabel('Văn bản xác nhận').fill('215/XN-SGDĐT');
  await education.getByRole('button', { name: 'Xác nhận bậc', exact: true }).click();
  await expect(education.getByRole('row').filter({ hasText: number })).toContainText('215/XN-SGDĐT');
});

test('a tenant without the plugin shows no trace of it', async ({ page }) => {
  await openAs(page, 'home-affairs-head', '', 'can-tho');
  await expect(page.getByRole('navigation').first()).not.toContainText('Lào');
  await page.goto('/t/can-tho/x/ha-tinh/classes');
  await expect(page.getByText('Lớp tiếng Lào')).toHaveCount(0);
  expect((await page.request.get('/api/t/can-tho/x/ha-tinh/classes')).status()).toBe(404);
  const me = (await (await page.request.get('/api/t/can-tho/me')).json()) as { plugins?: { id: string }[] };
  expect((me.plugins ?? []).map((it) => it.id)).toEqual([]);
});
