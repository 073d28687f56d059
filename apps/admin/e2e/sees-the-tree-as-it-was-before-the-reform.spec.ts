import { expect, test } from '@playwright/test';
import { openAs, settled } from './officer.ts';

test('the tree is seen as it was before the reform, by the line of time and by the day, with what that day did', async ({ page }) => {
  await openAs(page, 'auditor', '/units?on=2025-07-01&changed=true');
  await settled(page);
  await expect(page.getByText(/Ngày 01\/07\/2025: .* đơn vị mới/)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'mới' }).first()).toBeVisible();
  // Whoever may neither prepare nor commit is offered neither.
  await expect(page.getByRole('link', { name: 'Soạn đợt sắp xếp' })).toBeHidden();

  await page.getByRole('checkbox', { name: 'Chỉ đơn vị có thay đổi' }).uncheck();
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/on=2025-06-30/);
  await expect(page.getByRole('textbox', { name: 'Tính đến ngày' })).toHaveValue('30/06/2025');
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', '30/06/2025');
  await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('uy ban nhan dan huyen');
  await expect(page.getByRole('row').filter({ hasText: 'Cấp huyện' }).first()).toBeVisible();
  const district = page.getByRole('row').filter({ hasText: 'Cấp huyện' }).first().getByRole('link');
  const name = (await district.textContent()) ?? '';

  await page.getByRole('button', { name: 'Lần thay đổi sau' }).click();
  await expect(page).toHaveURL(/on=2025-07-01/);
  await expect(page.getByRole('row').filter({ hasText: name }).filter({ hasText: 'kết thúc' }).first()).toBeVisible();
  await page.getByRole('row').filter({ hasText: name }).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Ngày 01/07/2025 đơn vị này không còn')).toBeVisible();
  const past = page.getByRole('region', { name: 'Lịch sử đơn vị' });
  await past.getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Lịch sử đơn vị' })).toContainText(name);
});
