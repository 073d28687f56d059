import { expect, type Page, test } from '@playwright/test';
import { expectOpenToAll, settled, signInWith, speak } from './officer.ts';

// The second sample tenant; nobody else touches this plugin there.
const tenant = process.env['E2E_OTHER_TENANT'] ?? '';
const password = process.env['E2E_PASSWORD'] ?? '';

const open = async (page: Page, role: string, path: string): Promise<void> => {
  await speak(page, 'vi');
  await page.goto(`/t/${tenant}${path}`);
  await signInWith(page, { email: `${role}@${tenant}.example`, password });
};

const deed = async (page: Page, button: string): Promise<void> => {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Chạy thử cho thấy')).toBeVisible();
  await expectOpenToAll(page);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
};

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Các trang' });

test('a plugin is tried out, enabled, tuned, disabled and removed, and what it does wrong stays its own', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, 'home-affairs-head', '/plugins');
  await settled(page);
  await page.getByRole('link', { name: 'Bộ phận tiếp khách nước ngoài' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bộ phận tiếp khách nước ngoài' })).toBeVisible();
  await expect(page.getByText('chưa bật', { exact: true })).toBeVisible();
  await expect(page.getByText('Khi bật sẽ có')).toBeVisible();
  await expectOpenToAll(page);

  // Without it there is no trace of its page, and its permission is in nobody's hand.
  for (const nowhere of ['/x/example/duties', '/nowhere']) {
    await page.goto(`/t/${tenant}${nowhere}`);
    await expect(page.getByRole('heading', { name: 'Không có trang này' })).toBeVisible();
    await expect(navigation(page).getByRole('link', { name: 'Phần mở rộng' })).toBeVisible();
  }
  await page.goto(`/t/${tenant}/plugins/example`);

  await deed(page, 'Bật');
  await expect(page.getByText('đang bật', { exact: true })).toBeVisible();
  const link = navigation(page).getByRole('link', { name: 'Lịch trực tiếp khách' });
  await expect(link).toBeVisible();

  // Settings: what can't be is told beside the field, by the form and by the plugin.
  const days = page.locator('#field-warnDays');
  await days.fill('hai tuần');
  await page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await expect(page.getByText('Hãy nhập một số nguyên.').first()).toBeVisible();
  await days.fill('900');
  await page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#field-warnDays');
  await days.fill('21');
  await page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();
  await page.reload();
  await expect(days).toHaveValue('21');
  await expectOpenToAll(page);

  // Its page, in the frame of the product.
  await link.click();
  await expect(page).toHaveURL(new RegExp(`/t/${tenant}/x/example/duties$`));
  await settled(page);
  await expect(page).toHaveTitle(/Sáu Bậc/);
  await expectOpenToAll(page);

  // A card beside somebody's file.
  await navigation(page).getByRole('link', { name: 'Cán bộ, công chức, viên chức' }).click();
  await page.getByRole('cell').getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Trực tiếp khách nước ngoài' })).toBeVisible();
  await expectOpenToAll(page);

  // A page that can't be drawn says whose it is; the rest goes on, and it can be tried again.
  const broken = /\/assets\/duties-page-[^/]*\.js$/;
  await page.route(broken, (route) => route.fulfill({ contentType: 'text/javascript', body: 'export default () => { throw new Error("broken"); };' }));
  await page.goto(`/t/${tenant}/x/example/duties`);
  await expect(page.getByRole('alert')).toContainText('gặp lỗi ở đây');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByRole('alert')).toContainText('gặp lỗi ở đây');
  await expectOpenToAll(page);
  await navigation(page).getByRole('link', { name: 'Phần mở rộng' }).click();
  await page.unroute(broken);
  await page.getByRole('link', { name: 'Bộ phận tiếp khách nước ngoài' }).click();

  await deed(page, 'Tắt');
  await expect(page.getByText('đã tắt', { exact: true })).toBeVisible();
  await expect(link).toHaveCount(0);
  await page.goto(`/t/${tenant}/x/example/duties`);
  await expect(page.getByRole('heading', { name: 'Không có trang này' })).toBeVisible();
  await page.goto(`/t/${tenant}/plugins/example`);

  await deed(page, 'Gỡ hẳn');
  await expect(page.getByText('chưa bật', { exact: true })).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Tải dữ liệu đã xuất/ }).click()]);
  expect(file.suggestedFilename()).toContain('example');
});

test('whoever sees no figures begins with what waits for him', async ({ page }) => {
  await open(page, 'operator', '');
  await expect(page).toHaveURL(new RegExp(`/t/${tenant}/inbox$`));
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần xử lý' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
