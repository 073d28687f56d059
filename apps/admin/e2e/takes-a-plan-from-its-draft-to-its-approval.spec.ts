import { type Browser, expect, type Page, test } from '@playwright/test';
import { type EmptyTenant, makeEmptyTenant } from './empty-tenant.ts';
import { expectOpenToAll, settled, signInWith } from './officer.ts';

let made: EmptyTenant;
test.beforeAll(async () => {
  // The command line starts seven times; a machine that does much else takes long for it.
  test.setTimeout(180_000);
  made = await makeEmptyTenant('approves', 'Tỉnh Phê Duyệt', '04');
});

const enters = async (browser: Browser, email: string): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await page.goto(`/t/${made.slug}/inbox`);
  await signInWith(page, { email, password: made.password });
  await expect(page.getByRole('heading', { name: 'Việc cần xử lý' })).toBeVisible();
  return page;
};

/** Decides from the list, in two presses. */
const decides = async (page: Page, move: string, reason?: string): Promise<void> => {
  await page.goto(`/t/${made.slug}/inbox`);
  await page.getByRole('main').getByRole('listitem').getByRole('button', { name: `${move}: ` }).click();
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) {
    await dialog.getByRole('button', { name: move, exact: true }).click();
    await expect(dialog.getByText('Hãy ghi lý do.')).toBeVisible();
    await dialog.getByLabel('Lý do').fill(reason);
  }
  await dialog.getByRole('button', { name: move, exact: true }).click();
  await expect(dialog).toBeHidden();
};

test('a plan is drafted by the officer, sent back with a reason, corrected, checked by the head and approved by the committee', async ({ page: officer, browser }) => {
  const { slug, password } = made;
  await officer.goto(`/t/${slug}/plan?begin=template`);
  await signInWith(officer, { email: made.officer, password });
  await officer.getByLabel('Số hiệu').fill('12/KH-UBND');
  await officer.getByRole('button', { name: 'Tạo bản thảo' }).click();
  await expect(officer).toHaveURL(/plan\/drafts\//);
  await officer.getByRole('link', { name: 'So sánh và trình' }).click();
  await officer.getByRole('button', { name: 'Trình kiểm tra' }).click();
  await expect(officer.getByText('Chờ kiểm tra').first()).toBeVisible();
  await expect(officer.getByRole('img', { name: /đang ở bước: Chờ kiểm tra/ })).toBeVisible();
  const draft = officer.url();

  // The head sends it back from his list.
  const head = await enters(browser, made.head);
  await expect(head.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name: /Việc cần xử lý/ })).toContainText('1');
  await settled(head);
  await expectOpenToAll(head);
  await decides(head, 'Trả lại để sửa', 'Thiếu ngày ban hành');
  await expect(head.getByText('Không có việc nào đang chờ bạn')).toBeVisible();

  // The officer reads why, corrects it and hands it in again.
  await officer.goto(`/t/${slug}/inbox`);
  await officer.getByRole('main').getByRole('listitem').getByRole('link').click();
  await expect(officer.getByText('Thiếu ngày ban hành')).toBeVisible();
  await settled(officer);
  await expectOpenToAll(officer);
  await officer.goto(draft.replace('/compare', ''));
  await officer.getByLabel('Tên kế hoạch', { exact: true }).fill('Kế hoạch nâng cao năng lực ngoại ngữ (sửa)');
  await officer.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await expect(officer.getByText('Đã lưu', { exact: true })).toBeVisible();
  await officer.goto(draft);
  await officer.getByRole('button', { name: 'Trình kiểm tra' }).last().click();
  await expect(officer.getByText('Việc này đang chờ người khác xử lý')).toBeVisible();

  await decides(head, 'Xác nhận đã kiểm tra');
  // Changed after it was checked: it goes back to be checked, with what differs.
  await officer.goto(draft.replace('/compare', ''));
  await officer.getByLabel('Tên kế hoạch', { exact: true }).fill('Kế hoạch nâng cao năng lực ngoại ngữ');
  await officer.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await expect(officer.getByText('Đã lưu', { exact: true })).toBeVisible();
  await head.goto(draft);
  await expect(head.getByText('Nội dung đã thay đổi từ bước trước')).toBeVisible();
  await expect(head.getByText('Thông tin chung: đã sửa')).toBeVisible();
  await decides(head, 'Xác nhận đã kiểm tra');

  const committee = await enters(browser, made.committee);
  await decides(committee, 'Phê duyệt');
  await committee.goto(`/t/${slug}/plan`);
  await expect(committee.getByText('Đang thực hiện')).toBeVisible();
  await expect(committee.getByText('Kế hoạch nâng cao năng lực ngoại ngữ')).toBeVisible();
});
