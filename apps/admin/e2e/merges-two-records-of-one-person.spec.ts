import { expect, type Page, test } from '@playwright/test';
import { expectOpenToAll, officerOf, openAs, settled, signIn } from './officer.ts';

const { tenant } = officerOf('home-affairs-officer');

const enter = async (page: Page, body: object): Promise<string> => {
  const answer = await page.request.post(`/api/t/${tenant}/people`, { data: body, headers: { origin: new URL(page.url()).origin } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
};

/** Two units that have been there for as long as the records of these jobs begin. */
const units = async (page: Page): Promise<[string, string]> => {
  const { items } = (await (await page.request.get(`/api/t/${tenant}/unit-search?limit=50&search=so`)).json()) as { items: { code: string }[] };
  const [one, other] = items;
  if (!one || !other) throw new Error('There are no two units.');
  return [one.code, other.code];
};

const post = (unit: string) => ({ unit, kind: 'public-employee', from: '2026-01-01' });

test('two records are made one by two people, with the values that were chosen, and two again', async ({ page, browser }) => {
  await openAs(page, 'home-affairs-officer', '/duplicates');
  await settled(page);
  const [here, there] = await units(page);
  await enter(page, { fullName: 'Quàng Thị Song Nguyệt', birth: { date: '1984-03-05' }, sex: 'female', idNumber: '001184000017', main: post(here) });
  await enter(page, { fullName: 'QUANG THI SONG NGUYET', birth: { date: '1984-05-03' }, sex: 'female', ethnicity: 'Thái', main: post(there) });
  await page.reload();
  await page.getByRole('link', { name: /cặp.*Song Nguyệt/i }).click();
  await settled(page);
  await expectOpenToAll(page);
  await page.getByRole('radio', { name: /Ngày sinh: lấy theo Hồ sơ nhập vào/ }).check();
  await expect(page).toHaveURL(/take=birth/);
  await page.getByRole('radio', { name: 'Theo hồ sơ giữ lại, vị trí kia thành kiêm nhiệm' }).check();
  await expect(page.getByRole('heading', { name: 'Nếu gộp' })).toBeVisible();
  await page.getByLabel('Lý do').fill('Nạp hai lần từ hai danh sách');
  await page.getByRole('button', { name: 'Đề nghị gộp' }).click();
  await expect(page.getByText('Bạn đã đề nghị')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Xác nhận gộp' })).toBeHidden();

  const second = await (await browser.newContext()).newPage();
  await second.goto(page.url());
  await signIn(second, 'home-affairs-head');
  await second.getByRole('button', { name: 'Xác nhận gộp' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Xác nhận gộp' }).click();
  await expect(second.getByText('Đã gộp. Hồ sơ còn lại')).toBeVisible();
  await expectOpenToAll(second);
  await second.getByRole('button', { name: 'Tách lại thành hai hồ sơ' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Tách lại thành hai hồ sơ' }).click();
  await expect(second.getByText('Đã tách lại thành hai hồ sơ.')).toBeVisible();
});

test('a proposal is refused with a reason, and two people who are not the same are not proposed again', async ({ page, browser }) => {
  await openAs(page, 'home-affairs-officer', '/duplicates');
  await settled(page);
  const [here] = await units(page);
  await enter(page, { fullName: 'Lò Văn Biệt Lập', birth: { date: '1979-11-20' }, sex: 'male', idNumber: '001079000025', main: post(here) });
  await enter(page, { fullName: 'Lò Văn Biệt Lập', birth: { date: '1979-11-20' }, sex: 'male', idNumber: '001079000052', main: post(here) });
  await page.reload();
  await page.getByRole('link', { name: /cặp.*Biệt Lập/ }).click();
  await page.getByRole('button', { name: 'Đề nghị gộp' }).click();
  await expect(page.getByText('Bạn đã đề nghị')).toBeVisible();

  const second = await (await browser.newContext()).newPage();
  await second.goto(page.url());
  await signIn(second, 'home-affairs-head');
  await second.getByRole('button', { name: 'Từ chối' }).click();
  const dialog = second.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Từ chối' }).click();
  await expect(dialog).toContainText('Hãy ghi lý do từ chối.');
  await dialog.getByLabel('Lý do').fill('Hai anh em họ');
  await dialog.getByRole('button', { name: 'Từ chối' }).click();
  await expect(second.getByText('Đề nghị không được thực hiện')).toBeVisible();

  await page.goto(`/t/${tenant}/duplicates`);
  await page.getByRole('link', { name: /cặp.*Biệt Lập/ }).click();
  await page.getByRole('button', { name: 'Là hai người khác nhau' }).click();
  await page.getByRole('dialog').getByLabel(/Lý do/).fill('Hai anh em họ');
  await page.getByRole('dialog').getByRole('button', { name: 'Là hai người khác nhau' }).click();
  await expect(page).toHaveURL(/\/duplicates$/);
  await settled(page);
  await expect(page.getByRole('link', { name: /cặp.*Biệt Lập/ })).toBeHidden();
});
