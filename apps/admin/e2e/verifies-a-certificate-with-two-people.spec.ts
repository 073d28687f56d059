import { expect, type Page, test } from '@playwright/test';
import { expectOpenToAll, officerOf, openAs, settled } from './officer.ts';

// A picture of one point, as small as a scan can be.
const scan = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

type Person = { id: string; fullName: string; levels: unknown[] };

const { tenant } = officerOf('home-affairs-officer');

/** Somebody without any level, from the end of the list, and a day that is over. */
const somebody = async (page: Page): Promise<{ person: Person; examDate: string }> => {
  const me = (await (await page.request.get(`/api/t/${tenant}/me`)).json()) as { today: string };
  const { items } = (await (await page.request.get(`/api/t/${tenant}/people?limit=200`)).json()) as { items: Person[] };
  const person = items.findLast((it) => it.levels.length === 0);
  if (!person) throw new Error('Everybody has a level.');
  const [year = '', month = ''] = me.today.split('-');
  return { person, examDate: `01/${month}/${year}` };
};

test('a certificate counts when a second person has verified it, and no more when it was rejected', async ({ page, browser }) => {
  await openAs(page, 'home-affairs-officer', '/certificates/new');
  await settled(page);
  const { person, examDate } = await somebody(page);
  await page.goto(`/t/${tenant}/certificates/new?person=${person.id}`);
  await page.getByRole('button', { name: 'Lưu rồi thêm bản chụp' }).click();
  await expect(page.getByRole('alert')).toContainText('Chưa chọn loại chứng chỉ.');
  await page.locator('#field-type').selectOption('vstep-3-5');
  await page.locator('#field-examDate').fill(examDate);
  await page.locator('#field-overall').fill('6');
  await page.locator('#field-number').fill('VSTEP-2P-1');
  await expect(page.getByRole('complementary')).toContainText('không ghi đơn vị cấp');
  await page.locator('#field-issuer').selectOption({ index: 1 });
  await expect(page.getByRole('complementary')).toContainText('Bậc 4');
  await page.getByRole('button', { name: 'Lưu rồi thêm bản chụp' }).click();
  await expect(page).toHaveURL(/certificates\/[0-9a-f-]{36}/);
  const address = page.url();

  await page.locator('input[type=file]').setInputFiles({ name: 'ghi-chu.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') });
  await expect(page.getByRole('alert')).toContainText('không thuộc loại được nhận');
  await page.locator('input[type=file]').setInputFiles({ name: 'bản chụp.png', mimeType: 'image/png', buffer: scan });
  await expect(page.getByRole('status').filter({ hasText: 'Đã thêm bản chụp' })).toBeVisible();
  await expect(page.locator('main img')).toHaveJSProperty('naturalWidth', 1);
  await expectOpenToAll(page);

  // Whoever entered it is told so in words, where the button would stand.
  await page.goto(`/t/${tenant}/verification?queue=own&type=vstep-3-5`);
  await page.getByRole('button', { name: person.fullName }).click();
  await expect(page.getByRole('heading', { level: 2, name: person.fullName })).toBeVisible();
  await expect(page.getByText('cần người thứ hai xác minh')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Xác minh', exact: true })).toHaveCount(0);

  const other = await (await browser.newContext()).newPage();
  await openAs(other, 'home-affairs-head', `/verification?type=vstep-3-5&certificate=${address.slice(-36)}`);
  await expect(other.getByRole('heading', { level: 2, name: person.fullName })).toBeVisible();
  await expect(other.locator('main img')).toHaveJSProperty('naturalWidth', 1);
  await expectOpenToAll(other);
  await other.keyboard.press('Control+Enter');
  await expect(other.getByRole('status').filter({ hasText: `Đã xác minh VSTEP bậc 3–5 của ${person.fullName}` })).toBeVisible();
  await other.goto(`/t/${tenant}/people?search=${encodeURIComponent(person.fullName)}`);
  const row = other.getByRole('row').filter({ has: other.locator(`a[href*="${person.id}"]`) });
  await expect(row).toContainText('Tiếng Anh 4');

  // Taken back and rejected with a reason, it gives nothing any more, for the past neither.
  await other.goto(address);
  await other.getByRole('button', { name: 'Đưa về chờ xác minh' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Đưa về chờ xác minh' }).click();
  await expect(other.getByRole('dialog')).toBeHidden();
  await other.getByRole('button', { name: 'Không công nhận' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Không công nhận' }).click();
  await expect(other.getByRole('dialog')).toContainText('Hãy ghi lý do.');
  await other.getByRole('textbox', { name: 'Lý do' }).fill('Bản chụp không đọc được');
  await other.getByRole('dialog').getByRole('button', { name: 'Không công nhận' }).click();
  await expect(other.getByRole('definition').filter({ hasText: 'Lý do: Bản chụp không đọc được' })).toBeVisible();
  await other.goto(`/t/${tenant}/people?search=${encodeURIComponent(person.fullName)}`);
  await expect(row).toBeVisible();
  await expect(row).not.toContainText('Tiếng Anh 4');
});
