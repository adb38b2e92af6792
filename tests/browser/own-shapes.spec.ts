import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { middleOfMap } from './map-hand.ts';
import { expect, test } from './open-atlas.ts';

// Written by pyshp in CGCS2000, Gauss–Krüger zone 35, attributes in GBK: three areas south and west of 成都.
const SHAPEFILE = 'tests/fixtures/corpus/shapes/valid-cgcs2000-gauss-krueger-gbk.zip';
const WITHOUT_PRJ = 'tests/fixtures/corpus/shapes/projected-without-prj.zip';
const OPEN = '#ws=circles&off=rail,roadLinks,metros,provinces,prefectures,labels&lang=en';

/** A box of four degrees around 成都, as GeoJSON. */
const REGION = JSON.stringify({
  type: 'Feature',
  properties: { 名称: '成都周边' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [103, 29.6],
        [105.2, 29.6],
        [105.2, 31.6],
        [103, 31.6],
        [103, 29.6],
      ],
    ],
  },
});

const boundaries = (page: Page) => page.getByRole('tab', { name: 'Boundaries', exact: true });
const picker = (page: Page) => page.getByLabel('Choose a boundary file');
const legend = (page: Page) => page.getByTestId('legend');

test('a Shapefile is read, drawn, named, counted in and held against the hour; it stays after a reload, is missed where it is gone, and no link carries it', async ({
  atlas: { open, page },
}) => {
  await open(OPEN);
  await boundaries(page).click();
  await picker(page).setInputFiles(SHAPEFILE);
  const report = page.getByTestId('shape-report');
  await expect(report).toContainText('3 areas, coordinate system CGCS2000_3_Degree_GK_Zone_35');
  await expect(legend(page)).toContainText('valid-cgcs2000-gauss-krueger-gbk.zip (own file)');
  const panel = page.locator('#atlas-panel');
  await expect(panel.getByRole('heading', { name: '天府新区规划范围' })).toBeVisible();
  // 0.2° by 0.2° at 30.4° north: 19.2 km by 22.2 km.
  await expect(page.getByTestId('shape-area')).toHaveText('426 km²');
  const people = page.getByTestId('shape-population');
  await expect(people).toHaveText(/^1\.0\d M$/u);
  await expect(panel.getByRole('table', { name: 'Counties in the area' })).toContainText(
    'Shuangliu District',
  );
  const versus = page.getByTestId('shape-versus');
  await expect(versus).toContainText(/of the area’s people are within the circle/u);

  // The hour follows the slider's minutes, the shape's own figures don't.
  const coverage = versus.getByText(/of the area’s people/u);
  const before = (await coverage.textContent()) ?? '';
  const own = (await people.textContent()) ?? '';
  await page.getByRole('tab', { name: 'Circle', exact: true }).click();
  await page.getByRole('slider', { name: 'Minutes' }).press('End');
  await boundaries(page).click();
  await expect(versus).toContainText('Within 3 h');
  await expect(coverage).not.toHaveText(before);
  await expect(people).toHaveText(own);

  // Another is chosen from the list; all of them stand in one table when it is wanted.
  const areas = page.getByRole('combobox', { name: 'Area looked at' });
  await areas.click();
  await page.getByRole('option', { name: '两片' }).click();
  await expect(panel.getByRole('heading', { name: '两片' })).toBeVisible();
  await page.getByRole('button', { name: 'Compute them into one table' }).click();
  const compared = page.getByTestId('shapes-compared');
  await expect(compared.getByRole('row')).toHaveCount(4);
  await expect(compared).toContainText('龙泉山 环形');

  // Joined it is one area under the file's name; one step back it is three again.
  await page.getByLabel('Join into one area').check();
  await expect(panel.getByRole('heading', { name: 'valid-cgcs2000-gauss-krueger-gbk' })).toBeVisible();
  await page.getByRole('button', { name: /^Undo/u }).click();
  await expect(page.getByLabel('Join into one area')).not.toBeChecked();

  await page.getByRole('button', { name: 'Share link' }).click();
  await expect(page.getByTestId('left-out-of-link')).toContainText('boundary files');
  await page.keyboard.press('Escape');

  await expect(page.locator('html')).toHaveAttribute('data-saving', 'saved');
  await page.reload();
  await boundaries(page).click();
  await expect(page.getByTestId('shape-area')).toHaveText(/\d/u);
  await expect(legend(page)).toContainText('(own file)');

  // Hidden by the layer menu, the map and the legend are without it.
  await page.getByRole('button', { name: 'Layers' }).click();
  await page.getByRole('checkbox', { name: 'valid-cgcs2000-gauss-krueger-gbk.zip' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(legend(page)).not.toContainText('(own file)');

  // Cleared storage: said, another file refused, the same one taken.
  await page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.open('chengqun-travel-files');
        request.onerror = () => failed(new Error('no database'));
        request.onsuccess = () => {
          const transaction = request.result.transaction('payloads', 'readwrite');
          transaction.objectStore('payloads').clear();
          transaction.oncomplete = () => {
            request.result.close();
            done();
          };
        };
      }),
  );
  await expect(page.locator('html')).toHaveAttribute('data-saving', 'saved');
  await page.reload();
  await boundaries(page).click();
  await expect(page.getByRole('alert')).toContainText('does not have the content of this file');
  const again = page.getByLabel('Choose valid-cgcs2000-gauss-krueger-gbk.zip again');
  await again.setInputFiles({
    name: 'other.geojson',
    mimeType: 'application/json',
    buffer: Buffer.from(REGION),
  });
  await expect(page.getByRole('alert').filter({ hasText: 'another file' })).toBeVisible();
  await again.setInputFiles(SHAPEFILE);
  await expect(page.getByTestId('shape-area')).toHaveText(/\d/u);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a file dropped on the map opens the page; a click on the map chooses its area; a region is made of its counties; refusals say why and what next', async ({
  atlas: { open, drawn, page },
}) => {
  await open('#ws=structure&off=rail,roadLinks,agglomerations,provinces,labels&lang=en');
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], '周边.geojson', { type: 'application/geo+json' }));
    return data;
  }, REGION);
  const target = page.locator('#atlas-map');
  // What takes it comes after the first picture.
  await expect(async () => {
    await target.dispatchEvent('dragover', { dataTransfer: transfer });
    await expect(page.getByText('Let go to read the boundary file')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await target.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(boundaries(page)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId('shape-report')).toContainText('周边.geojson: 1 area');
  await expect(page.getByTestId('shape-population')).toHaveText(/\d/u);

  // A second, smaller file; the map then shows it, and its middle lies in the ring of no area of it but in the first file.
  await picker(page).setInputFiles(SHAPEFILE);
  const panel = page.locator('#atlas-panel');
  await expect(panel.getByRole('heading', { name: '天府新区规划范围' })).toBeVisible();
  await drawn();
  const { x, y } = await middleOfMap(page);
  await page.mouse.click(x, y);
  await expect(panel.getByRole('heading', { name: '成都周边' })).toBeVisible();

  const make = page.getByRole('button', { name: /^Make a region of \d+ units$/u });
  await expect(make).toBeEnabled();
  await make.click();
  await expect(panel.getByText('“成都周边” is in the list of regions.')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Selection' })).toContainText('成都周边');

  await picker(page).setInputFiles(WITHOUT_PRJ);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('They look like CGCS2000 3° Gauss–Krüger, zone 35.');
  await expect(alert).toContainText('Pack the .prj too');
  await picker(page).setInputFiles({
    name: '表.kml',
    mimeType: 'application/xml',
    buffer: readFileSync(SHAPEFILE).subarray(0, 200),
  });
  await expect(alert).toContainText('is not a zip archive, or it is cut off');
});
