import { expect, test } from '@playwright/test';
import { pages } from '../src/features/access/pages.ts';
import { officerOf, openAs, settled } from './officer.ts';

const peopleSeen = (text: string | null): number => Number(/(\d[\d.]*) dòng/.exec(text ?? '')?.[1]?.replaceAll('.', '') ?? 0);

test('an officer of an agency sees fewer people than the department, by menu and by address', async ({ page, browser }) => {
  await openAs(page, 'agency-officer', '/people');
  await settled(page);
  const his = peopleSeen(await page.getByText(/ dòng/).textContent());
  const other = await (await browser.newContext()).newPage();
  await openAs(other, 'home-affairs-officer', '/people');
  await settled(other);
  const all = peopleSeen(await other.getByText(/ dòng/).textContent());
  expect(all).toBeGreaterThan(his);

  // Somebody of another agency: the department's address opens nothing for him.
  const hisNames = new Set(await page.getByRole('cell').getByRole('link').allTextContents());
  const stranger = other.getByRole('cell').getByRole('link').filter({ hasNotText: [...hisNames][0] ?? '-' }).first();
  const address = (await stranger.getAttribute('href')) ?? '';
  await page.goto(address);
  await expect(page.getByRole('alert')).toBeVisible();
});

test('the overview of an officer is that of his units, and a unit of others is unknown to him', async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage();
  await openAs(other, 'home-affairs-officer', '?on=2025-12-31');
  await settled(other);
  await other.getByRole('combobox', { name: 'Cơ quan, đơn vị' }).fill('so noi vu');
  await other.getByRole('option', { name: 'Sở Nội vụ' }).first().click();
  await expect(other).toHaveURL(/unit=/);
  await expect(other.getByText(/và các đơn vị trực thuộc/)).toBeVisible();
  const unit = new URL(other.url()).searchParams.get('unit') ?? '';

  await openAs(page, 'agency-officer', `?on=2025-12-31&unit=${unit}`);
  await expect(page.getByRole('alert')).toBeVisible();
  await page.goto(`/t/${officerOf('agency-officer').tenant}?on=2025-12-31`);
  await settled(page);
  await page.getByRole('combobox', { name: 'Cơ quan, đơn vị' }).fill('so noi vu');
  await expect(page.getByText('Không có đơn vị nào như vậy.')).toBeVisible();
});

test('whoever asks for a place that is not his is shown his own', async ({ page }) => {
  await openAs(page, 'agency-officer', '');
  await page.goto('/t/nowhere/people');
  await expect(page).toHaveURL(/\/tenants/);
  await expect(page.getByRole('link', { name: /./ }).filter({ hasText: /\S/ }).first()).toBeVisible();
  await page.goto(`/t/${officerOf('agency-officer').tenant}`);
  await settled(page);
});

const roles = ['home-affairs-head', 'home-affairs-officer', 'committee-approver', 'education', 'auditor', 'operator', 'agency-head', 'agency-officer', 'commune-officer'];

// What runs the tenant as a whole; whoever works on the roster of his own units is to see nothing of it.
const administration = ['/users', '/roles', '/settings', '/audit'];

for (const role of roles) {
  test(`every page that is in the menu opens, and no other does by its address: ${role}`, async ({ page }) => {
    const { tenant } = officerOf(role);
    const base = `/t/${tenant}`;
    await openAs(page, role, '/users');
    await settled(page);
    const links = await page.getByRole('navigation', { name: 'Các trang' }).getByRole('link').all();
    const menu = await Promise.all(links.map(async (it) => (await it.getAttribute('href')) ?? ''));
    expect(menu.length).toBeGreaterThan(0);
    if (role === 'agency-officer' || role === 'commune-officer') expect(menu.filter((it) => administration.some((path) => it === `${base}${path}`))).toEqual([]);
    for (const address of menu) {
      await page.locator(`nav a[href="${address}"]`).click();
      await page.waitForLoadState('networkidle');
      await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
      await expect(page.getByRole('alert'), address).toHaveCount(0);
    }
    const others = pages.map(({ to, needs }) => ({ address: to.replace('$tenant', tenant), needs })).filter((it) => !menu.includes(it.address));
    for (const { address, needs } of others) {
      await page.goto(address);
      // The first address leads on to what may be seen.
      if (address === base) {
        await expect(page).toHaveURL(new RegExp(`${base}/inbox$`));
        continue;
      }
      // What plugins bring is there for nobody where none brings anything that he may read.
      await expect(page.getByRole('heading', { name: needs === 'plugin-reports' ? 'Không có mục báo cáo nào' : 'Không được xem phần này' }).first(), address).toBeVisible();
    }
  });
}
