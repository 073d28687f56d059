import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectOpenToAll, openAs, settled } from './officer.ts';

const peopleIn = async (part: Locator): Promise<number> => Number(/([\d.]+) người/.exec((await part.getByText(/người thuộc phạm vi kế hoạch/).first().textContent()) ?? '')?.[1]?.replaceAll('.', '') ?? NaN);

const beginsADraft = async (page: Page): Promise<void> => {
  await openAs(page, 'home-affairs-officer', '/plan');
  await page.getByRole('button', { name: 'Sửa đổi' }).first().click();
  await expect(page).toHaveURL(/plan\/drafts\//);
};

const givesItUp = async (page: Page): Promise<void> => {
  const id = /drafts\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  await page.goto(page.url().replace(/\/plan\/.*/, '/plan'));
  await page.getByRole('row').filter({ has: page.locator(`a[href*="${id}"]`) }).getByRole('button', { name: /Bỏ bản thảo/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ bản thảo' }).click();
  await expect(page.locator(`a[href*="${id}"]`)).toHaveCount(0);
};

test('a condition more in a cohort is seen in words, in heads and in every figure before it counts', async ({ page }) => {
  await beginsADraft(page);
  await page.getByRole('link', { name: /^Mục tiêu \d/ }).click();
  await page.getByRole('button', { name: /Viên chức đạt bậc 4 trở lên 60/ }).click();
  await page.getByRole('button', { name: 'Sửa quy tắc: Nhóm đối tượng (mẫu số)' }).click();
  await expect(page.getByText(/người thuộc phạm vi kế hoạch/).first()).toBeVisible();
  const cohort = page.getByRole('region', { name: 'Nhóm đối tượng (mẫu số)' });
  const before = await peopleIn(cohort);
  expect(before).toBeGreaterThan(0);

  // By keyboard alone from here: the new condition has the focus.
  await cohort.getByRole('button', { name: 'Thêm điều kiện' }).focus();
  await page.keyboard.press('Enter');
  const facts = cohort.getByLabel('Thông tin');
  await expect(facts.last()).toBeFocused();
  await facts.last().selectOption('leader');
  await expect(cohort.getByText(/đối tượng là viên chức và giữ chức vụ lãnh đạo, quản lý/)).toBeVisible();
  await expect.poll(() => peopleIn(cohort)).toBeLessThan(before);
  await expect(cohort.getByRole('group', { name: 'Mười người để kiểm tra' })).toBeVisible();
  await expect(cohort.getByRole('listitem').getByRole('link').first()).toBeVisible();
  await expectOpenToAll(page);

  // What is not saved is not lost by a wrong click.
  await page.getByRole('link', { name: 'So sánh và trình' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ở lại' }).click();
  await page.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await expect(page.getByText('Đã lưu', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'So sánh và trình' }).click();
  await page.getByRole('button', { name: '31/12/2025' }).click();
  const change = page.getByRole('listitem').filter({ hasText: 'nhóm đối tượng' }).or(page.getByRole('listitem').filter({ hasText: 'Nhóm đối tượng' })).first();
  await expect(change).toContainText('đối tượng là viên chức');
  await expect(change).toContainText('giữ chức vụ lãnh đạo, quản lý');
  await expect(page.getByRole('row', { name: /Viên chức đạt bậc 4 trở lên/ }).first()).toContainText('−');
  await settled(page);
  await expectOpenToAll(page);
  await givesItUp(page);
});

test('of two who write in one draft the second sees both versions and chooses', async ({ page, browser }) => {
  await beginsADraft(page);
  const other = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await openAs(other, 'home-affairs-head', new URL(page.url()).pathname.replace(/^\/t\/[^/]+/, ''));
  await settled(other);
  await page.getByLabel('Tên kế hoạch', { exact: true }).fill('Kế hoạch của người thứ nhất');
  await page.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await expect(page.getByText('Đã lưu', { exact: true })).toBeVisible();
  await other.getByLabel('Tên kế hoạch', { exact: true }).fill('Kế hoạch của người thứ hai');
  await other.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await expect(other.getByRole('dialog', { name: 'Có người đã sửa trước bạn' })).toContainText('Kế hoạch của người thứ nhất');
  await other.getByRole('button', { name: 'Lưu bản của tôi' }).click();
  await expect(other.getByText('Đã lưu', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Tên kế hoạch', { exact: true })).toHaveValue('Kế hoạch của người thứ hai');
  await givesItUp(page);
});
