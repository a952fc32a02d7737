import type { Sandbox } from '../sandbox/server.ts';
import { expect, test } from './fixture.ts';
import { connect } from './screens.ts';

const answer = (...tenants: unknown[]) => ({ answer: { body: { paging: {}, tenants } } });

/** Returns three tenants of the sandbox, with names that sort in their order. */
function three({ tenants }: Sandbox) {
  const [first, second, third] = tenants.map((tenant, at) => ({ ...tenant, name: `Mai ${at}` }));
  if (!first || !second || !third) throw new Error('The sandbox has too few tenants');
  return [first, second, third] as const;
}

test('a refresh keeps its button in place, and counts down a wait that the server asks for', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const { page } = app;
  const tenants = await connect(page, sandbox);
  const place = await tenants.refresh.boundingBox();
  sandbox.setFaults({ rateLimit: { retryAfter: 25, times: 1 } });
  const asked = sandbox.requests.length;
  await tenants.refresh.dblclick();
  await expect(page.getByText(/^The server asks us to wait; continuing in 2\d s$/)).toBeVisible();
  await expect(tenants.refresh).toBeDisabled();
  expect(await tenants.refresh.boundingBox()).toEqual(place);
  expect(sandbox.requests.length).toBe(asked + 1);
  await app.screenshot('refresh-asked-to-wait');
  await tenants.cancel.click();
  await expect(tenants.refresh).toBeEnabled();
  expect(await tenants.refresh.boundingBox()).toEqual(place);
});

test('the list of a day in the past is marked as such, and can be searched', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const { page } = app;
  const [kept, gone, added] = three(sandbox);
  sandbox.setFaults(answer(kept, gone));
  const tenants = await connect(page, sandbox);
  sandbox.setFaults(answer({ ...kept, name: 'Tên mới' }, added));
  await tenants.readAll();
  await expect(tenants.names).toHaveText(['Tên mới', added.name]);

  // The history begins today, so yesterday's list is the oldest one.
  await page.getByRole('button', { name: 'Show the list as of…' }).click();
  await page.getByRole('button', { name: 'Yesterday' }).click();
  await expect(tenants.names).toHaveText([kept.name, gone.name]);
  await expect(page.getByText('This is the oldest list, of today')).toBeVisible();
  await expect(page.locator('footer')).toContainText('Past: today');
  await app.screenshot('past');
  await tenants.search.fill(gone.name);
  await expect(tenants.names).toHaveText([gone.name]);
  await tenants.clearAll.click();
  await tenants.hasRows(2);

  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(tenants.names).toHaveText(['Tên mới', added.name]);
  await expect(tenants.label).toContainText('read in full today');
});
