import type { CountyAccessibility } from '#core/accessibility/accessibility.ts';
import type { AccessibilityChange } from '#core/accessibility/accessibility-change.ts';
import type { AccessibilitySummary } from '#core/accessibility/accessibility-summary.ts';
import { formatCompact, formatNumber } from '#ui/format/number-format.ts';
import { formatRange } from '#ui/format/range-format.ts';
import { encodeScenario } from '#state/link/url-scenario.ts';
import { callForJson } from '../unit/cli/call-command-line.ts';
import { expect, test } from './open-atlas.ts';
import { writeScenarioFile } from './scenario-file.ts';

const OFF = 'off=rail,roadLinks,agglomerations,metros,provinces,prefectures,labels';
const CHENGYU_MID = {
  id: 'mid',
  name: '成渝中线通车',
  note: '',
  edits: [{ type: 'open', id: 'chengyu_mid' }],
} as const;

const zh = (value: number) => formatCompact(value, 'zh-CN');

test('colours every county by what it reaches, with the figures of the command line and of the circle itself; a scenario says who gains', async ({
  atlas,
}) => {
  const { page } = atlas;
  const { summary, counties } = await callForJson<{
    summary: AccessibilitySummary;
    counties: readonly CountyAccessibility[];
  }>('accessibility', '--region', 'chengyu');

  await atlas.open(`#ws=circles&from=510116&min=60&of=chengyu&map=6/30.2/105.3&${OFF}`);
  // 双流's own circle first: its county figure is the same.
  const own = counties.find(({ adcode }) => adcode === '510116')?.people ?? Number.NaN;
  await expect(page.getByTestId('circle-population')).toHaveText(zh(own));

  await page.getByRole('tab', { name: '可达性' }).click();
  const figures = page.getByTestId('accessibility-mean').locator('dd');
  await expect(figures).toHaveText([zh(summary.mean), formatNumber(summary.gini, 'zh-CN', 3)]);
  const table = page.getByTestId('accessibility-counties');
  await expect(table.locator('tbody tr').first()).toContainText('双流区');

  const legend = page.getByTestId('legend');
  await expect(legend).not.toContainText('可达人口');
  await page.getByRole('switch', { name: '在图上显示' }).press('Space');
  await expect(legend).toContainText('60 分钟内可达人口');
  await expect(legend).toContainText('模型估算');
  await expect(page).toHaveURL(/access=1/u);
  await expect(page.getByTestId('result')).toContainText(zh(summary.mean), { timeout: 30_000 });

  // A county of the table is selected, and the inspector has its figure.
  await table.getByRole('button', { name: '双流区' }).click();
  await expect(page.getByRole('complementary').last()).toContainText(formatNumber(own, 'zh-CN'));

  // One step back takes the map's circle back.
  await page.getByRole('switch', { name: '在图上显示' }).press('Space');
  await expect(legend).not.toContainText('可达人口');

  // What a line changes: the same as on the command line, and nobody loses.
  const file = await writeScenarioFile(CHENGYU_MID);
  const change = await callForJson<AccessibilityChange>(
    'accessibility',
    '--region',
    'chengyu',
    '--minutes',
    '90',
    '--scenario',
    file,
  );
  expect(change.residentsLosing).toBe(0);
  expect(change.residentsGaining).toBeGreaterThan(10_000_000);
  await atlas.visit(
    `#ws=scenario&from=510100&min=90&of=chengyu&held=accessibility&map=6/30.2/105.3&scenario=${encodeScenario(CHENGYU_MID) ?? ''}&${OFF}`,
  );
  const changes = page.getByTestId('accessibility-change');
  await expect(changes).toContainText(`+${zh(change.after.mean - change.before.mean)}`, { timeout: 60_000 });
  await expect(changes).toContainText(`${zh(change.residentsGaining)}能到达更多，0能到达更少`);
  await expect(legend).toContainText('90 分钟内可达人口的变化 · 成渝中线通车');
  await expect(legend).toContainText('不变');

  // How sure that is takes minutes: it is told how far it is, and given up without a trace.
  const wanted = page.getByRole('switch', { name: '加上区间（需几分钟）' });
  await wanted.press('Space');
  const done = page.getByText(/已算 [\d,]+ \/ 28,000 个圈/u);
  await expect(done).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '取消' }).click();
  await expect(done).toBeHidden();
  await expect(page.getByText('已停止计算。')).toBeVisible();
  await wanted.press('Space');
  await expect(page.getByText('已停止计算。')).toBeHidden();
  await expect(page.getByTestId('accessibility-ranges')).toHaveCount(0);
  await expect(changes).toContainText(`+${zh(change.after.mean - change.before.mean)}`);
});

test('says how sure what a region reaches is; the command line computes it again from the receipt of its table', async ({
  atlas,
}) => {
  const { page } = atlas;
  await atlas.open(`#ws=circles&from=340100&min=60&of=hefei&access=1&sureaccess=1&${OFF}`);
  await page.getByRole('tab', { name: '可达性' }).click();
  const ranges = page.getByTestId('accessibility-ranges');
  const waiting = page.waitForEvent('download');
  await ranges.getByRole('button', { name: '可达性有多大把握：存为 CSV' }).click();
  const path = await (await waiting).path();
  const { same, receipts } = await callForJson<{
    same: boolean;
    receipts: readonly {
      results: readonly { kind: string; numbers: readonly { id: string; computed: number }[] }[];
    }[];
  }>('reproduce', '--receipt', path);
  expect(same).toBe(true);
  const results = receipts[0]?.results ?? [];
  expect(results.map(({ kind, numbers }) => [kind, numbers.length])).toEqual([
    ['accessibility', 22],
    ['accessibilityRanges', 15],
  ]);
  const computed = (end: string): number =>
    results[1]?.numbers.find(({ id }) => id === `accessibility-ranges.people.60min.present.mean.${end}`)
      ?.computed ?? Number.NaN;
  expect(computed('p5')).toBeLessThan(computed('p95'));
  await expect(ranges.getByRole('row', { name: /^居民平均/u })).toContainText(
    formatRange({ p5: computed('p5'), p95: computed('p95') }, zh),
  );
});
