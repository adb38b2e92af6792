import type { CircleUncertainty } from '#core/uncertainty/circle-uncertainty.ts';
import { formatRange } from '#ui/format/range-format.ts';
import { formatCompact } from '#ui/format/number-format.ts';
import { callForJson } from '../unit/cli/call-command-line.ts';
import { expect, test } from './open-atlas.ts';

const OFF = 'off=rail,roadLinks,agglomerations,metros,provinces,prefectures,labels';
const CHENGDU = `#ws=circles&from=510100&min=60&draws=100&map=8/30.6/104.1&${OFF}`;

/** A range of people as the page writes it. */
function people(range: CircleUncertainty['population']): string {
  return range === null ? '' : formatRange(range, (value) => formatCompact(value, 'zh-CN'));
}

test('says how sure the hour is as the command line does, on the map too; a range that is changed changes it, and a reset takes that back', async ({
  atlas,
}) => {
  const { page } = atlas;
  const { uncertainty } = await callForJson<{
    uncertainty: Omit<CircleUncertainty, 'shares'>;
  }>('circle', '--origin', '510100', '--draws', '100');

  await atlas.open(CHENGDU);
  await page.getByRole('tab', { name: '稳健性' }).click();
  const population = page.getByTestId('uncertainty-population');
  await expect(population).toHaveText(people(uncertainty.population), { timeout: 30_000 });
  await expect(
    page.getByText(`所选参数：${formatCompact(uncertainty.declared.population, 'zh-CN')}`),
  ).toBeVisible();

  // Where the circle is read the range stands below the figure.
  await page.getByRole('tab', { name: '通勤圈' }).click();
  await expect(page.getByTestId('circle-range')).toContainText(people(uncertainty.population));
  await page.getByRole('tab', { name: '稳健性' }).click();

  // The map shows it once that is asked for, and a link keeps that.
  const legend = page.getByTestId('legend');
  await expect(legend).not.toContainText('60 分钟内的把握');
  await page.getByRole('switch', { name: '在图上显示把握' }).press('Space');
  await expect(legend).toContainText('60 分钟内的把握');
  await expect(legend).toContainText('不少于 95% 的抽样在内');
  await expect(page).toHaveURL(/sure=1/u);

  // Who is sure of the wait has a narrower range, the same as the command line would give.
  const low = page.getByRole('textbox', { name: '候车：低端' });
  await low.fill('40');
  await expect(page.getByRole('alert').filter({ hasText: '低端不能大于高端' })).toBeVisible();
  await expect(population).toHaveText(people(uncertainty.population));
  await low.fill('15');
  await page.getByRole('textbox', { name: '候车：高端' }).fill('15');
  await expect(page).toHaveURL(/ranges=waitMinutes%3A15%2F15|ranges=waitMinutes:15\/15/u);
  await expect(population).not.toHaveText(people(uncertainty.population), { timeout: 30_000 });
  await expect(page.getByText(/没有影响：.*候车/u)).toBeVisible();

  await page.getByRole('button', { name: '全部恢复' }).click();
  await expect(population).toHaveText(people(uncertainty.population), { timeout: 30_000 });
});
