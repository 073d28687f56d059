import { expect, type Page, test } from '@playwright/test';
import { linkMailedTo } from './mails.ts';
import { officerOf, openAs } from './officer.ts';

const colleague = { email: 'colleague.of.one.agency@thu.example', name: 'Trần Thị Đồng Nghiệp', password: 'mot cau de nho 2026' };

const peopleSeen = async (page: Page): Promise<number> => {
  const told = page.getByText(/\d dòng$|trong [\d.]+ dòng/);
  return Number(/([\d.]+) dòng/.exec((await told.textContent()) ?? '')?.[1]?.replaceAll('.', '') ?? 0);
};

test('a colleague is invited into one agency, sees its people alone, and cannot raise himself', async ({ page, browser }) => {
  const { tenant } = officerOf('home-affairs-head');
  await openAs(page, 'home-affairs-head', '/users');
  await page.getByRole('link', { name: 'Mời người dùng' }).click();
  await page.getByRole('button', { name: 'Gửi lời mời' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy chọn vai trò.');

  await page.getByLabel('Họ và tên').fill(colleague.name);
  await page.getByLabel('Thư điện tử').fill(colleague.email);
  await page.getByLabel('Vai trò', { exact: true }).selectOption('agency-head');
  await expect(page.getByText('Quản trị hệ thống: do Quản trị hệ thống giao')).toBeAttached();
  await page.getByRole('combobox', { name: 'Cơ quan, đơn vị' }).fill('SGD');
  await page.locator('[role=option]').first().click();
  await page.getByLabel('Lý do').fill('Quyết định phân công 12/QĐ-SGD');
  await page.getByRole('button', { name: 'Gửi lời mời' }).click();
  await expect(page.getByRole('heading', { level: 1, name: colleague.name })).toBeVisible();
  await expect(page.getByText('Thư mời đang được gửi')).toBeVisible();
  const hisPage = page.url();
  await page.getByRole('link', { name: 'Giao vai trò' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(colleague.name);
  await page.getByRole('link', { name: 'Cán bộ, công chức, viên chức' }).click();
  const everybody = await peopleSeen(page);

  const his = await (await browser.newContext()).newPage();
  await his.goto(await linkMailedTo(colleague.email, '/invitation'));
  await his.locator('[name=password]').fill(colleague.password);
  await his.locator('[name=again]').fill(colleague.password);
  await his.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await expect(his.getByText('Đã đặt mật khẩu')).toBeVisible();
  await his.goto(`/t/${tenant}/people`);
  await his.locator('[name=email]').fill(colleague.email);
  await his.locator('[name=password]').fill(colleague.password);
  await his.keyboard.press('Enter');
  await expect(his.getByRole('heading', { level: 1, name: 'Cán bộ, công chức, viên chức' })).toBeVisible();
  const own = await peopleSeen(his);
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThan(everybody);

  // He administers his agency: of the users he sees those of it, and of the roles he gives the lower ones.
  await his.getByRole('link', { name: 'Người dùng' }).click();
  await expect(his.getByRole('link', { name: colleague.name })).toBeVisible();
  await expect(his.getByText('home-affairs-head@')).toHaveCount(0);
  await his.goto(hisPage);
  await expect(his.getByText('Không ai tự giao thêm vai trò cho chính mình')).toBeVisible();
  await expect(his.getByRole('link', { name: 'Giao vai trò' })).toHaveCount(0);
  await his.goto(`${hisPage.split('?')[0] ?? ''}/give`);
  await expect(his.getByText('Không ai tự giao thêm vai trò cho chính mình')).toBeVisible();
  await expect(his.getByLabel('Vai trò', { exact: true })).toHaveCount(0);
  await his.goto(`/t/${tenant}/users/invite`);
  await expect(his.getByLabel('Vai trò', { exact: true }).getByRole('option')).toHaveText(['Chọn vai trò', 'Chuyên viên cơ quan, đơn vị', 'Công chức phụ trách của xã, phường, đặc khu', 'Người học']);
  await expect(his.getByLabel('Phạm vi')).toHaveCount(0);

  // Who leaves loses everything at once, in the session that is open too.
  await page.goto(hisPage);
  await page.getByRole('button', { name: 'Cho thôi, lấy lại mọi quyền' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cho thôi, lấy lại mọi quyền' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Người dùng' })).toBeVisible();
  await his.goto(`/t/${tenant}/people`);
  await expect(his.getByText('Chưa thuộc nơi nào')).toBeVisible();
});
