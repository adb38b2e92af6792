import { Buffer } from 'node:buffer';
import type { Route } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from './open-atlas.ts';
import { startValhallaStub } from './valhalla-stub.ts';

/** Real stations by name; cities of the table: 成都 and 广元. */
const OPEN =
  '#ws=circles&cities=510100,510800&off=rail,roadLinks,metros,provinces,prefectures,labels&lang=en';

/** 成都东 → 自贡 in 15 minutes and on to a place that no train reached, 40 trains a day; real stations by name and place. */
function feed(): Buffer {
  const trips = Array.from({ length: 3 }, (_, index) => `T${index}`);
  const files = {
    'agency.txt':
      'agency_id,agency_name,agency_url,agency_timezone\nA,Fast Rail,https://rail.example,Asia/Shanghai\n',
    'stops.txt': `stop_id,stop_name,stop_lat,stop_lon
a,成都东,30.629,104.141
b,测试站,32.43,105.85
`,
    'trips.txt': `trip_id,route_id,service_id\n${trips.map((trip) => `${trip},r,wd`).join('\n')}\n`,
    'calendar.txt':
      'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nwd,1,1,1,1,1,0,0,20260302,20260306\n',
    'stop_times.txt': `trip_id,arrival_time,departure_time,stop_id,stop_sequence\n${trips
      .map(
        (trip, hour) =>
          `${trip},0${hour + 6}:00:00,0${hour + 6}:00:00,a,1\n${trip},0${hour + 6}:10:00,0${hour + 6}:10:00,b,2`,
      )
      .join('\n')}\n`,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
}

test('a GTFS feed changes the circle and is named; switched off everything is as before; a corrupt zip changes nothing', async ({
  atlas: { open, page },
}) => {
  test.setTimeout(120_000);
  await open(OPEN);
  const area = page.getByTestId('circle-area');
  await expect(area).toHaveText(/\d/u);
  const before = await area.textContent();
  await page.getByRole('tab', { name: 'Matrix', exact: true }).click();
  await page.getByRole('combobox', { name: 'Cities', exact: true }).click();
  await page.getByRole('option', { name: 'Cities of my choice' }).click();
  await page.getByRole('button', { name: 'Compute', exact: true }).click();
  const thereMinutes = page.getByTestId('travel-matrix').getByRole('cell').nth(1);
  await expect(thereMinutes).toHaveText(/^\d+$/u);
  const minutesBefore = Number(await thereMinutes.textContent());
  await page.getByRole('tab', { name: 'Data', exact: true }).click();
  await page
    .getByLabel('Choose a GTFS zip')
    .setInputFiles({ name: 'fast.zip', mimeType: 'application/zip', buffer: feed() });
  const used = page.getByTestId('own-sources');
  await expect(used).toContainText('Fast Rail · fast.zip · 2026-03-02');
  await page.getByRole('tab', { name: 'Circle', exact: true }).click();
  await expect(page.getByTestId('own-sources')).toContainText('Fast Rail');
  await expect(area).not.toHaveText(before ?? '');
  // The table of times follows without being asked again, and says what it rests on.
  await page.getByRole('tab', { name: 'Matrix', exact: true }).click();
  await expect(page.getByTestId('own-rail-sources')).toContainText('Fast Rail');
  expect(Number(await thereMinutes.textContent())).toBeLessThan(minutesBefore);
  // So do the plans, and in the scenario workspace the ranking of links.
  const plansFrom = async (hasFeed: boolean) => {
    await page.getByRole('tab', { name: 'Plans', exact: true }).click();
    const ranking = page.getByTestId('plan-ranking');
    await expect(ranking.getByRole('row')).toHaveCount(21);
    await expect(page.getByTestId('own-rail-sources')).toHaveCount(hasFeed ? 1 : 0);
    return ranking.textContent();
  };
  const plansWithFeed = await plansFrom(true);
  const workspaces = page.getByRole('navigation', { name: 'Workspaces' });
  await workspaces.getByRole('button', { name: 'Scenario' }).click();
  const rank = page.getByRole('button', { name: 'Rank the links' });
  await rank.click();
  await expect(page.getByTestId('own-sources')).toContainText('Fast Rail');
  await expect(rank).toBeVisible();
  await workspaces.getByRole('button', { name: 'Circles' }).click();

  await page.getByRole('tab', { name: 'Data', exact: true }).click();
  await page
    .getByLabel('Choose a GTFS zip')
    .setInputFiles({ name: 'broken.zip', mimeType: 'application/zip', buffer: feed().subarray(0, 300) });
  await expect(page.getByRole('alert')).toContainText('not a zip archive, or it is cut off');
  await expect(used).toContainText('Fast Rail');

  await page.getByRole('switch', { name: 'Fast Rail · fast.zip' }).click({ force: true });
  await expect(used).toHaveCount(0);
  await page.getByRole('tab', { name: 'Circle', exact: true }).click();
  await expect(area).toHaveText(before ?? '');
  await page.getByRole('tab', { name: 'Matrix', exact: true }).click();
  await expect(page.getByTestId('own-rail-sources')).toHaveCount(0);
  await expect(thereMinutes).toHaveText(String(minutesBefore));
  expect(await plansFrom(false)).not.toBe(plansWithFeed);
  await workspaces.getByRole('button', { name: 'Scenario' }).click();
  await expect(page.getByTestId('own-sources')).toHaveCount(0);
  await expect(rank).toBeVisible();
  await expect(page.getByText(/people\/min/u).first()).toBeVisible();
});

test('a table chosen before the names of stations are there waits for them, and stays after a reload', async ({
  atlas: { open, page },
}) => {
  const held: Route[] = [];
  await open('#ws=circles&off=rail,roadLinks,metros,provinces,prefectures,labels&lang=en');
  // The page's own copy; the worker has its own by now.
  await page.route('**/rail-timetable.bin*', (route) => {
    held.push(route);
  });
  await page.getByRole('tab', { name: 'Data', exact: true }).click();
  await page.getByLabel('Choose station pairs (CSV)').setInputFiles({
    name: 'pairs.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('from,to,minutes\n成都东,重庆北,50\n'),
  });
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await Promise.all(held.map((route) => route.continue()));
  const used = page.getByTestId('own-sources');
  await expect(used).toContainText('pairs.csv');

  // It stays in this browser: after a reload the circle rests on it again. A link does not carry it, and says so.
  await expect(page.locator('html')).toHaveAttribute('data-saving', 'saved');
  await page.unrouteAll();
  await page.reload();
  await expect(used).toContainText('pairs.csv');
  await page.getByRole('button', { name: 'Share link' }).click();
  await expect(page.getByTestId('left-out-of-link')).toContainText('files of your own');
});

test('a Valhalla server is asked only when told to, its answer is drawn and named, its failures are told', async ({
  atlas: { open, page, allowOrigin, expectConsole },
}) => {
  test.setTimeout(120_000);
  const stub = await startValhallaStub();
  allowOrigin(stub.origin);
  expectConsole(/status of 400/u);
  try {
    await open(OPEN);
    await page.getByRole('tab', { name: 'Data', exact: true }).click();
    await page.getByText('Valhalla server', { exact: true }).click();
    const ask = page.getByRole('button', { name: 'Ask for the first origin' });
    await page.getByLabel('Address of the server').fill('ftp://nowhere');
    await ask.click();
    await expect(page.getByRole('alert')).toContainText('is not the address of a server');
    await page.getByLabel('Address of the server').fill(stub.origin);
    expect(stub.asked).toEqual([]);

    await ask.click();
    const answer = page.getByTestId('provider-answer');
    await expect(answer).toContainText(`Computed by Valhalla ${new URL(stub.origin).host} (auto)`);
    await expect(answer).toContainText('no way');
    expect(stub.asked).toEqual(['/isochrone', '/sources_to_targets']);
    await expect(page.locator('[data-legend], .maplibregl-map').first()).toBeVisible();
    await expect(page.getByText(/Valhalla 127\.0\.0\.1.* · /u).first()).toBeVisible();

    stub.manner = 'refusing';
    await ask.click();
    await expect(page.getByRole('alert')).toContainText('Exceeded max time: 120');
    await expect(answer).toContainText('Computed by Valhalla');
    stub.manner = 'web-page';
    await ask.click();
    await expect(page.getByRole('alert')).toContainText('a web page');
    stub.manner = 'hanging';
    await ask.click();
    await expect(page.getByText('Waiting for the answer …')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Waiting for the answer …')).toHaveCount(0);
    await expect(ask).toBeEnabled();
    await ask.click();
    await expect(page.getByRole('alert')).toContainText('did not answer within 20 s', { timeout: 40_000 });
  } finally {
    stub.close();
  }
});
