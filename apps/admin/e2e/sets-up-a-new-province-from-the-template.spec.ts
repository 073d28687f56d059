import { expect, test } from '@playwright/test';
import { type EmptyTenant, makeEmptyTenant } from './empty-tenant.ts';
import { expectOpenToAll, settled, signInWith } from './officer.ts';

let made: EmptyTenant;
test.beforeAll(async () => {
  // The command line starts seven times; a machine that does much else takes long for it.
  test.setTimeout(180_000);
  made = await makeEmptyTenant('newcomer', 'Tỉnh Mới', '01');
});

test('an officer makes the plan of a new province from the national programme, and the head checks and approves it', async ({ page, browser }) => {
  const { slug, officer, head, password } = made;
  await page.goto(`/t/${slug}`);
  await signInWith(page, { email: officer, password });
  await page.getByRole('link', { name: 'Lập kế hoạch từ mẫu quốc gia và cho có hiệu lực' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa có kế hoạch nào' })).toBeVisible();
  await page.getByRole('button', { name: 'Soạn từ Chương trình quốc gia' }).click();
  await expect(page.getByLabel('Cơ quan ban hành')).toHaveValue('Ủy ban nhân dân tỉnh Mới');
  await page.getByLabel('Số hiệu').fill('12/KH-UBND');
  await page.getByLabel('Ngày ban hành').fill('31/2/2026');
  await page.getByRole('button', { name: 'Tạo bản thảo' }).click();
  await expect(page.getByText('Hãy viết ngày theo dạng 31/12/2025.')).toBeVisible();
  await page.getByLabel('Ngày ban hành').fill('12/8/2020');
  await page.getByRole('button', { name: 'Tạo bản thảo' }).click();
  await expect(page).toHaveURL(/plan\/drafts\//);

  // Adapted: another share, and a problem that leads to its field until it is mended.
  await page.getByRole('link', { name: /^Mục tiêu \d/ }).click();
  await page.getByRole('button', { name: /^▸? ?Viên chức đạt bậc 4 trở lên 60/ }).click();
  await page.getByLabel('Tỷ lệ phấn đấu').fill('62,5');
  await page.getByLabel('Tên', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await page.getByText('1 chỗ cần sửa trước khi trình').click();
  await page.getByRole('link', { name: /^targets\[/ }).click();
  await expect(page.getByLabel('Tên', { exact: true })).toBeFocused();
  await page.keyboard.type('Viên chức đạt bậc 4');
  await page.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await expect(page.getByText('Đã lưu', { exact: true })).toBeVisible();
  await settled(page);
  await expectOpenToAll(page);

  await page.getByRole('link', { name: 'So sánh và trình' }).click();
  await expect(page.getByText('toàn bộ nội dung là mới')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Viên chức đạt bậc 4 (?!trở lên)/ })).toContainText('62,5');
  await expect(page.getByLabel('Có hiệu lực từ ngày')).toHaveValue('01/01/2019');
  await expectOpenToAll(page);
  await page.getByRole('button', { name: 'Trình kiểm tra' }).click();
  await expect(page.getByText('Việc này đang chờ người khác xử lý')).toBeVisible();

  // Two people are enough where a province has no more: the head finds it among what waits for him, checks and approves it.
  const other = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await other.goto(page.url());
  await signInWith(other, { email: head, password });
  await other.getByRole('button', { name: 'Xác nhận đã kiểm tra' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Xác nhận đã kiểm tra' }).click();
  await other.getByRole('button', { name: 'Phê duyệt', exact: true }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Phê duyệt' }).click();
  await expect(other.getByText('Phiên bản 1 có hiệu lực từ 01/01/2019')).toBeVisible();
  await expect(other.getByText('Đang thực hiện')).toBeVisible();
  await other.getByRole('link', { name: 'Nạp danh sách' }).click();
  await expect(other).toHaveURL(/imports/);
});
