import { expect, test } from '@playwright/test';
import { openAs, settled } from './officer.ts';

const file = (text: string) => ({ name: 'sap-xep.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a change comes from a file: cells that can not be taken are named by row, a mended file becomes a draft and says who has nowhere to go', async ({ page }) => {
  await openAs(page, 'home-affairs-officer', '/units/changes/upload');
  await settled(page);
  const { items } = (await (await page.request.get(`${new URL(page.url()).pathname.split('/units')[0]?.replace('/t/', '/api/t/') ?? ''}/units`)).json()) as { items: { code: string; people: number; tier: string }[] };
  // A draft touches no unit: any with people does.
  const unit = items.find((it) => it.tier === 'commune' && it.people > 0)!.code;
  await page.locator('input[type=file]').setInputFiles(file(`Thao tác;Mã đơn vị\nThổi bay;${unit}\n`));
  await page.getByRole('textbox', { name: 'Nội dung sắp xếp' }).fill('Giải thể theo tệp');
  await page.getByRole('textbox', { name: 'Ngày hiệu lực' }).fill('01/09/2029');
  await page.getByRole('button', { name: 'Đọc tệp' }).click();
  await expect(page.getByRole('alert')).toContainText('dòng 2');
  await expect(page.getByRole('alert')).toContainText('Thổi bay');

  await page.locator('input[type=file]').setInputFiles(file(`Thao tác;Mã đơn vị\nGiải thể;${unit}\n`));
  await expect(page.getByRole('alert')).toBeHidden();
  await page.getByRole('button', { name: 'Đọc tệp' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Giải thể theo tệp' })).toBeVisible();
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.getByRole('alert')).toContainText('chưa thực hiện được');
});
