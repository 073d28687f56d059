import { expect, type Page, test } from '@playwright/test';
import { expectOpenToAll, officerOf, openAs, settled, signIn } from './officer.ts';

type Unit = { code: string; name: string; tier: string; bodyKind: string; people: number };

const asked = async <Answer>(page: Page, path: string): Promise<Answer> => (await (await page.request.get(`/api/t/${officerOf('').tenant}${path}`)).json()) as Answer;

/** Far enough ahead that the figures of today, which other specs read, are what they were. */
const day = { iso: '2029-03-01', written: '01/03/2029' };

/** The last two communes with people in the order of codes: specs that need a unit take an agency or the first commune, so nobody else touches these. */
const ownUnits = async (page: Page): Promise<[Unit, Unit]> => {
  const { items } = await asked<{ items: Unit[] }>(page, `/units?on=${day.iso}`);
  const communes = items.filter((it) => it.tier === 'commune' && it.bodyKind === 'state' && it.people > 0).toSorted((a, b) => a.code.localeCompare(b.code));
  return [communes.at(-1)!, communes.at(-2)!];
};

const namesIn = async (page: Page, unit: string): Promise<string[]> => {
  const { items } = await asked<{ items: { fullName: string; unit: { code: string } }[] }>(page, `/people?unit=${unit}&on=${day.iso}&limit=200`);
  return items.filter((it) => it.unit.code === unit).map((it) => it.fullName).toSorted();
};

const pick = async (page: Page, label: string | RegExp, { code, name }: Unit): Promise<void> => {
  await page.getByRole('combobox', { name: label }).fill(code);
  await page.getByRole('option', { name: `${name} (${code})` }).first().click();
};

test('one officer merges two communes on paper, another person agrees to exactly that, and it is withdrawn before its day', async ({ page, browser }) => {
  await openAs(page, 'home-affairs-officer', '/units');
  await settled(page);
  const [gone, into] = await ownUnits(page);
  const before = { gone: await namesIn(page, gone.code), into: await namesIn(page, into.code) };
  expect(before.gone.length).toBeGreaterThan(0);

  await page.goto(`/t/${officerOf('').tenant}/units/${gone.code}`);
  await page.getByRole('button', { name: 'Sắp xếp đơn vị này' }).click();
  await page.getByRole('menuitem', { name: 'Sáp nhập' }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy nêu nội dung sắp xếp.');
  await page.getByRole('textbox', { name: 'Nội dung sắp xếp' }).fill('Sáp nhập hai xã');
  await page.getByRole('textbox', { name: 'Ngày hiệu lực' }).fill(day.written);
  await page.getByRole('textbox', { name: 'Số quyết định' }).fill('12/NQ-HĐND');
  await page.getByRole('textbox', { name: 'Ngày quyết định' }).fill('01/12/2028');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();

  await expect(page.getByRole('form', { name: 'Sáp nhập' })).toContainText(gone.name);
  await pick(page, 'Đơn vị nhận', into);
  await page.getByRole('button', { name: 'Ghi thao tác' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: `Sáp nhập ${gone.name} vào ${into.name}` })).toBeVisible();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page).toHaveURL(/step=people/);
  for (const name of before.gone) await expect(page.getByRole('cell').filter({ hasText: name }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.getByText('Đợt sắp xếp đã sẵn sàng và chờ người thứ hai.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Thực hiện', exact: true })).toBeHidden();
  await page.getByRole('button', { name: `Người (${before.gone.length})` }).click();
  for (const name of before.gone) await expect(page.getByRole('row').filter({ hasText: name })).toContainText(into.name);
  await expectOpenToAll(page);

  const second = await (await browser.newContext()).newPage();
  await second.goto(page.url());
  await signIn(second, 'home-affairs-head');
  await second.getByRole('button', { name: 'Thực hiện', exact: true }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Thực hiện' }).click();
  await expect(second.getByText('đã thực hiện', { exact: true })).toBeVisible();
  expect(await namesIn(second, into.code)).toEqual([...before.into, ...before.gone].toSorted());
  const change = second.url();
  await second.goto(`/t/${officerOf('').tenant}/units?on=${day.iso}&changed=true`);
  await expect(second.getByRole('row').filter({ hasText: gone.name }).filter({ hasText: 'kết thúc' }).first()).toBeVisible();

  await second.goto(change);
  await second.getByRole('button', { name: 'Rút đợt này' }).click();
  await second.getByRole('textbox', { name: 'Lý do' }).fill('Nghị quyết được thay thế.');
  await second.getByRole('dialog').getByRole('button', { name: 'Rút đợt này' }).click();
  await expect(second.getByText('đã rút', { exact: true })).toBeVisible();
  expect({ gone: await namesIn(second, gone.code), into: await namesIn(second, into.code) }).toEqual(before);
});

test('the second person sends a change back, and who prepared it reads why', async ({ page, browser }) => {
  await openAs(page, 'home-affairs-officer', '/units');
  await settled(page);
  const [, unit] = await ownUnits(page);
  // Only written down, never committed: it touches no unit.
  await page.goto(`/t/${officerOf('').tenant}/units/changes/new?op=rename&unit=${unit.code}`);
  await page.getByRole('textbox', { name: 'Nội dung sắp xếp' }).fill('Đổi tên một xã');
  await page.getByRole('textbox', { name: 'Ngày hiệu lực' }).fill('01/06/2029');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('textbox', { name: 'Tên mới' }).fill(`${unit.name} mới`);
  await page.getByRole('button', { name: 'Ghi thao tác' }).click();
  await page.getByRole('link', { name: '4. Xem trước' }).click();
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.getByText('Đợt sắp xếp đã sẵn sàng')).toBeVisible();

  const second = await (await browser.newContext()).newPage();
  await second.goto(page.url());
  await signIn(second, 'committee-approver');
  await second.getByRole('button', { name: 'Trả lại' }).click();
  await second.getByRole('textbox', { name: 'Lý do' }).fill('Thiếu tờ trình.');
  await second.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
  await expect(second.getByText('đang soạn', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('Thiếu tờ trình.')).toBeVisible();
});
