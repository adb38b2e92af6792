import { expect, test } from './open-atlas.ts';

test('explains a score from the ranking down to the source rows, and the link brings the step back', async ({
  atlas,
}) => {
  const { page } = atlas;
  await atlas.open('#ws=integration&set=yangtze5&recipe=paper&lang=zh-CN');
  await expect(page.getByTestId('reduced-set')).toContainText('缩减指标集：论文 19 项中的');
  await expect(page.getByTestId('legend')).toContainText('一体化综合得分，2020 年');

  const rows = page.getByTestId('ranking').getByRole('row');
  await expect(rows).toHaveCount(6);
  await expect(rows.nth(1)).toContainText('长三角');
  await rows.nth(1).click();
  await page.getByRole('tab', { name: '解释' }).click();
  const parts = page.getByTestId('explained-parts');
  await parts.getByRole('button', { name: '区域发展' }).click();
  await parts.getByRole('button', { name: '人均地区生产总值' }).click();
  const explained = await page.getByTestId('explained-value').innerText();
  // The numbers in the formula K = k · R · f are those that make the printed K.
  const formulas = (await page.getByRole('complementary', { name: '工作区面板' }).innerText()).replaceAll(
    /\s+/g,
    ' ',
  );
  const [, k, r, f, product] = /(\d[\d.]*) × (\d[\d.]*) × (\d[\d.]*) = (\d[\d.]*)/.exec(formulas) ?? [];
  expect(Number(k) * Number(r) * Number(f)).toBeCloseTo(Number(product), 2);
  expect(Number(product).toFixed(2)).toBe(/[\d.]+/.exec(explained)?.[0]);
  await page.getByTestId('explained-members').getByRole('button', { name: '合肥' }).click();
  const rowsOfSources = page.getByRole('region', { name: '来源数据' });
  await expect(rowsOfSources).toContainText('第七次全国人口普查（2020）分县资料');

  await expect(page).toHaveURL(/step=gdp_per_capita:340100/);
  await page.reload();
  await expect(page.getByTestId('explained-value')).toHaveText(explained);
  await expect(rowsOfSources).toContainText('第七次全国人口普查（2020）分县资料');
});

test('says how a changed method departs from the paper, and goes back to it in one click', async ({
  atlas,
}) => {
  const { page } = atlas;
  await atlas.open('#ws=integration&set=yangtze5&recipe=paper&lang=zh-CN&page=method');
  const departures = page.getByTestId('departures');
  await expect(departures).toContainText('论文 19 项指标中的');
  await page.getByText('样本 s').click();
  await expect(departures).toContainText('用样本标准差');
  await page.getByRole('button', { name: '回到论文方法' }).click();
  await expect(departures).not.toContainText('用样本标准差');
  await expect(page).not.toHaveURL(/opt=/);
  await expect(page.getByTestId('published')).toContainText('1.0785');
});

test('draws robustness in the worker and finds pairs whose order cannot be told', async ({ atlas }) => {
  const { page } = atlas;
  await atlas.open('#ws=integration&set=all19&lang=zh-CN&page=robustness');
  await expect(page.getByTestId('robustness')).toContainText(/[1-9]\d* 对（共 171 对）先后分不清/);
  await expect(page.getByRole('img', { name: '名次带' })).toBeVisible();
  await expect(page.getByRole('img', { name: '名次取决于什么' })).toBeVisible();
});

test('colours counties by their own figures, with missing ones hatched and counted', async ({ atlas }) => {
  const { page } = atlas;
  await atlas.open('#ws=integration&lang=zh-CN&page=classes&show=value:share_age_65plus:county');
  await expect(page.getByTestId('legend')).toContainText('2020 年');
  await expect(page.getByTestId('legend')).toContainText('无数据');
  const handle = page.getByRole('slider', { name: '第 1 条分界' });
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/classes=manual/);
});
