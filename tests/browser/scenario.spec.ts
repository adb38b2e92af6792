import { createCircleEngine } from '#core/surface/circle-engine.ts';
import { runScenarioUncertainty } from '#core/uncertainty/scenario-uncertainty.ts';
import { formatCompact } from '#ui/format/number-format.ts';
import { formatRange } from '#ui/format/range-format.ts';
import { loadRealTravelData } from '../fixtures/real-travel-data.ts';
import { holdOrigin, middleOfMap } from './map-hand.ts';
import { expect, test } from './open-atlas.ts';

/** The hour and a half from a city, Chinese; without the layers that no test here looks at, which draws in half the time. */
const linkOf = (map: string, from: string) =>
  `#map=${map}&ws=scenario&lang=zh-CN&theme=light&off=rail,roadLinks,agglomerations,provinces,prefectures,labels&from=${from}&min=90`;
const SCENARIO = linkOf('6.8/30.2/105.2', '510100');

test('opening 成渝中线 gains people and loses none; undo takes it back', async ({ atlas }) => {
  await atlas.open(SCENARIO);
  const { page } = atlas;
  await page.getByRole('button', { name: '成渝中线通车（成都出发）' }).click();
  const figures = page.getByTestId('scenario-figures');
  await expect(figures).toContainText('规律检查通过');
  await expect(figures).toContainText('加快不会更晚');
  await expect(figures.locator('dd').first()).toHaveText(/^\d[\d.]* 万$/);
  await expect(figures.locator('dd').nth(1)).toHaveText('0');
  await expect(figures).toContainText('安岳县');
  await figures.getByRole('button', { name: /^表格：新增与失去/ }).click();
  const counties = page.getByRole('dialog').getByRole('row', { name: /^新增/ });
  await expect.poll(() => counties.count()).toBeGreaterThan(8);
  await page.keyboard.press('Escape');
  // The line between both sides moves by clicks alone.
  await page.getByText('对分', { exact: true }).click();
  await atlas.drawn();
  const line = page.getByRole('slider', { name: /^之前与之后/ });
  const before = Number(await line.getAttribute('aria-valuenow'));
  await page.getByRole('button', { name: '分界线向右' }).click();
  await expect.poll(async () => Number(await line.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('还没有情景')).toBeVisible();
});

test('says between what bounds the gain of 成渝中线 lies, as the core does, anew once the minutes change; undone there are none', async ({
  atlas,
}) => {
  const { page } = atlas;
  await atlas.open(`${SCENARIO}&draws=20`);
  await page.getByRole('button', { name: '成渝中线通车（成都出发）' }).click();
  const wanted = page.getByRole('switch', { name: /^加上区间（需几秒）/u });
  await wanted.press('Space');
  const gained = page.getByTestId('range-gainedPeople');
  const engine = createCircleEngine(await loadRealTravelData());
  const within = (maxMinutes: number) => {
    const tried = runScenarioUncertainty(engine, {
      base: { origins: [{ kind: 'city', adcode: '510100' }], mode: 'door-to-door', maxMinutes },
      edits: [{ type: 'open', id: 'chengyu_mid' }],
      draws: 20,
      seed: 1,
    });
    if (!tried.ok) throw new Error(tried.failure.message);
    const { gainedPopulation } = tried.value;
    if (gainedPopulation === null) throw new Error('The census is there');
    return formatRange(gainedPopulation, (value) => formatCompact(value, 'zh-CN'));
  };
  await expect(gained).toHaveText(within(90), { timeout: 30_000 });
  await expect(page.getByTestId('range-lostPeople')).toHaveText('0');
  await expect(page).toHaveURL(/surechange=1/u);

  await page.getByRole('slider', { name: '分钟数' }).press('ArrowRight');
  await expect(page.getByRole('slider', { name: '分钟数' })).toHaveAttribute('aria-valuenow', /^(?!90$)/u);
  const minutes = Number(await page.getByRole('slider', { name: '分钟数' }).getAttribute('aria-valuenow'));
  expect(within(minutes)).not.toBe(within(90));
  await expect(gained).toHaveText(within(minutes), { timeout: 30_000 });

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(wanted).not.toBeChecked();
  await expect(gained).toHaveCount(0);
});

test('closing the bridge loses people in Hong Kong; an origin let go at sea goes back, and it is said', async ({
  atlas,
}) => {
  await atlas.open(linkOf('8.4/22.4/113.8', '440400'));
  const { page } = atlas;
  await page.getByRole('button', { name: '关闭港珠澳大桥（珠海出发）' }).click();
  const figures = page.getByTestId('scenario-figures');
  await expect(figures).toContainText('离岛区');
  await expect(figures.locator('dd').first()).toHaveText('0');
  await expect(figures.locator('dd').nth(1)).toHaveText(/^\d[\d.]* 万$/);

  // 珠海 in the middle, the open sea 150 pixels below. The address tells of the scenario a moment after the panel.
  await expect(page).toHaveURL(/scenario=/u);
  await atlas.visit(new URL(page.url()).hash.replace(/map=[^&]*/u, 'map=7/22.2769/113.5678'));
  const { x, y } = await middleOfMap(page);
  const drag = async (dx: number, dy: number) => {
    await holdOrigin(page, { x, y });
    await page.mouse.move(x + dx / 2, y + dy / 2);
    await page.mouse.move(x + dx, y + dy);
    await page.mouse.up();
  };
  await drag(0, 150);
  const refusal = page.getByRole('alert').filter({ hasText: '出发地没有移动' });
  await expect(refusal).toContainText('请选中国境内陆地上的地点');
  await expect(page).toHaveURL(/from=440400/u);
  // To 广州's hinterland: moved, and nothing is said any more.
  await drag(-10, -150);
  await expect(page).toHaveURL(/from=113\.\d+(?:%2C|,)23\.\d+/u);
  await expect(refusal).toHaveCount(0);
});

test('a line drawn by clicks snaps to stations, needs two stops and a possible speed, and gains area and people', async ({
  atlas,
}) => {
  // 成都东 in the middle of the picture.
  await atlas.open(linkOf('7/30.629/104.141', '510100'));
  const { page } = atlas;
  await page.getByRole('button', { name: '在地图上画一条线' }).click();
  const { x, y } = await middleOfMap(page);
  // Some pixels off: the stop is the station, not the place clicked.
  await page.mouse.click(x + 1, y + 1);
  const stops = page.getByRole('list', { name: '停站' });
  await expect(stops).toContainText('1. 成都东');
  await page.getByRole('button', { name: '加入情景' }).click();
  await expect(page.getByRole('alert')).toContainText('至少要有两个不同的停站');
  await expect(stops.getByRole('listitem')).toHaveCount(1);
  // A click where nothing is near: a new stop in the mountains, some 100 km to the north-west.
  await page.mouse.click(x - 150, y - 110);
  await expect(stops.getByRole('listitem')).toHaveCount(2);
  // What was wrong is mended, and no longer said.
  await expect(page.getByRole('alert')).toHaveCount(0);
  const minutes = page.getByRole('textbox', { name: '分钟 成都东' });
  await expect(minutes).toHaveValue(/^\d/u);
  const speed = page.getByRole('textbox', { name: '设计速度' });
  await speed.fill('5000');
  // Said at once, and no times for it.
  await expect(speed).toHaveAccessibleDescription(/80 到 600/u);
  await expect(minutes).toHaveValue('');
  await page.getByRole('button', { name: '加入情景' }).click();
  await expect(page.getByRole('alert')).toContainText('80 到 600');
  await expect(stops.getByRole('listitem')).toHaveCount(2);
  await speed.fill('350');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(minutes).toHaveValue(/^\d/u);
  await page.getByRole('button', { name: '加入情景' }).click();
  await expect(page.getByText('新线 成都东—新站 1')).toBeVisible();
  const figures = page.getByTestId('scenario-figures');
  await expect(figures).toContainText('规律检查通过');
  await expect(figures.locator('dd').first()).toHaveText(/^[1-9][\d.,]*(?: 万)?$/);
  await expect(figures.locator('dd').nth(1)).toHaveText('0');
  await expect(figures.getByRole('row', { name: /^新增/ })).toContainText(/[1-9][\d,.]* 平方公里/);

  // An added change leaves its form empty: the next press is not the same once more.
  const kind = page.getByLabel('改动类型').first();
  await kind.click();
  await page.getByRole('option', { name: '关闭或开通线路' }).click();
  const line = page.getByLabel('线路', { exact: true }).first();
  await line.fill('成渝高铁');
  await page.getByRole('option', { name: /^成渝高铁/ }).click();
  await page.getByRole('button', { name: '加入情景' }).click();
  await expect(page.getByText('关闭 成渝高铁')).toBeVisible();
  await expect(line).toHaveValue('');
});

test('the ranking of links can be stopped and keeps what it found', async ({ atlas }) => {
  await atlas.open(SCENARIO);
  const { page } = atlas;
  // Stopped from within the page at the first finding: from out here the ranking may be over first.
  await page.evaluate(() => {
    new MutationObserver((_changes, observer) => {
      const hasFound = [...document.querySelectorAll('p')].some((each) =>
        /^[1-9]\d* \/ \d+ 条$/.test(each.textContent),
      );
      const stop = [...document.querySelectorAll('button')].find((each) => each.textContent === '停止');
      if (!hasFound || stop === undefined) return;
      observer.disconnect();
      stop.click();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.getByRole('button', { name: '开始排序' }).click();
  await expect(page.getByText('已停止')).toBeVisible();
  await expect(page.getByText(/人\/分钟/).first()).toBeVisible();
});
