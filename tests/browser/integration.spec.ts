import { encodeScenario } from '#state/link/url-scenario.ts';
import { expect, test } from './open-atlas.ts';

/**
 * Without layers that nothing here is about. The recipe of the embedded indicators models the travel times of all that are
 * compared, half a minute for all 19: where it is not what is tested, the paper's is taken, or few are compared.
 */
const PLAIN = 'off=rail,roadLinks,agglomerations,provinces,labels';

test('explains a score from the ranking down to the source rows, and the link brings the step back', async ({
  atlas,
}) => {
  const { page } = atlas;
  await atlas.open(`#ws=integration&set=yangtze5&recipe=paper&lang=zh-CN&${PLAIN}`);
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
  await expect(rowsOfSources).toContainText('第七次全国人口普查（2020）分县资料');

  // Where the two years of a change rest on different indicators, the ranking says so too.
  await atlas.visit(
    `#ws=integration&set=yangtze5&recipe=paper&lang=zh-CN&show=change:composite:2015:agglomeration&page=ranking&${PLAIN}`,
  );
  await expect(page.getByRole('note').filter({ hasText: '各年进入比较的指标不同' })).toBeVisible();
});

test('says how a changed method departs from the paper, and goes back to it in one click', async ({
  atlas,
}) => {
  const { page } = atlas;
  await atlas.open(`#ws=integration&set=yangtze5&recipe=paper&lang=zh-CN&page=method&${PLAIN}`);
  const departures = page.getByTestId('departures');
  await expect(departures).toContainText('论文 19 项指标中的');
  await page.getByText('样本 s').click();
  await expect(departures).toContainText('用样本标准差');
  await page.getByRole('button', { name: '回到论文方法' }).click();
  await expect(departures).not.toContainText('用样本标准差');
  await expect(page).not.toHaveURL(/opt=/);
  await expect(page.getByTestId('published')).toContainText('1.0785');
});

test('draws robustness in the worker and finds pairs whose order cannot be told; ranking, explanation and robustness follow the side of a scenario', async ({
  atlas,
}) => {
  const { page } = atlas;
  await atlas.open(`#ws=integration&set=all19&recipe=paper&lang=zh-CN&page=robustness&${PLAIN}`);
  await expect(page.getByTestId('robustness')).toContainText(/[1-9]\d* 对（共 171 对）先后分不清/);
  await expect(page.getByRole('img', { name: '名次带' })).toBeVisible();
  await expect(page.getByRole('img', { name: '名次取决于什么' })).toBeVisible();
  // A run given up keeps what was found until then; another choice starts anew.
  const panel = page.getByRole('complementary', { name: '工作区面板' });
  // Pressed the moment it is there: what comes from outside may find the run over.
  const isGivenUp = page.evaluate(
    () =>
      new Promise<void>((done) => {
        const watch = new MutationObserver(() => {
          const cancel = [...document.querySelectorAll('button')].find((each) => each.textContent === '取消');
          if (cancel === undefined) return;
          watch.disconnect();
          cancel.click();
          done();
        });
        watch.observe(document.body, { childList: true, subtree: true });
      }),
  );
  await page.getByText('100,000', { exact: true }).click();
  await isGivenUp;
  await expect(panel).toContainText('已取消。');
  await expect(page.getByTestId('robustness')).toContainText(/10?0,000 次抽样，随机种子 1/);
  await page.getByText('1,000', { exact: true }).click();
  await expect(page.getByTestId('robustness')).toContainText(/(?<![\d,])1,000 次抽样，随机种子 1/);
  await expect(panel).not.toContainText('已取消。');
  await expect(panel).not.toContainText('选择已变');

  const scenario = encodeScenario({
    id: 'line',
    name: '渝昆',
    note: '',
    edits: [
      { type: 'open', id: 'yukun_full' },
      { type: 'move-member', adcode: '520300', from: 'qianzhong', to: 'dianzhong' },
    ],
  });
  const under = `#ws=integration&set=custom&agg=qianzhong,dianzhong&lang=zh-CN&off=agglomerations,provinces,labels&scenario=${scenario}`;
  await atlas.visit(`${under}&sel=region:dianzhong&page=ranking&side=after`);
  const ranking = page.getByRole('region', { name: '一体化综合得分，2020 年：情景“渝昆”' });
  await expect(ranking).toContainText('滇中');
  const after = await page.getByTestId('ranking').innerText();
  await page.getByText('差值', { exact: true }).click();
  await expect(page.getByRole('region', { name: /情景“渝昆”减现状/ })).toContainText(/[+−]\d/);
  await page.getByText('情景', { exact: true }).last().click();
  await expect(page.getByTestId('ranking')).toHaveText(after, { useInnerText: true });

  await page.getByRole('tab', { name: '解释' }).click();
  await expect(page.getByTestId('held-against-present')).toHaveText(
    /^模型估算 情景“渝昆”；现状 \d+\.\d\d，变化 [+−]\d/,
  );
  const parts = page.getByTestId('explained-parts');
  await parts.getByRole('button', { name: '基础设施' }).click();
  await expect(parts.getByRole('row').filter({ hasText: '到其他成员城市的平均旅行时间' })).toContainText(
    '模型估算',
  );
  await parts.getByRole('button', { name: '到其他成员城市的平均旅行时间' }).click();
  const members = page.getByTestId('explained-members');
  await expect(members.getByRole('columnheader')).toHaveText(['城市', '现状', '情景', '年份', '占差距']);
  await expect(members.getByRole('row').filter({ hasText: '遵义' })).toContainText('移入');

  await page.getByRole('tab', { name: '稳健性' }).click();
  await expect(page.getByTestId('under-scenario')).toContainText('渝昆');
  await expect(page.getByTestId('robustness')).toContainText(/对（共 1 对）先后分不清/);
});

test('colours counties by their own figures: a limit moved by keyboard, one scale for all years', async ({
  atlas,
}) => {
  const { page } = atlas;
  await atlas.open(
    `#ws=integration&recipe=paper&lang=zh-CN&page=classes&show=value:share_age_65plus:county&${PLAIN}`,
  );
  const legend = page.getByTestId('legend');
  await expect(legend).toContainText('2020 年');
  await expect(legend).toContainText('无数据');
  const before = await legend.innerText();
  const handle = page.getByRole('slider', { name: '第 1 条分界' });
  await handle.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page).toHaveURL(/classes=manual/);
  await expect.poll(() => legend.innerText()).not.toBe(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => legend.innerText()).toBe(before);
  // By a click alone: the nearest limit goes there and says where it is; one step back undoes it.
  const box = await page.getByRole('group', { name: '分布与分级' }).boundingBox();
  if (box === null) throw new Error('there is no histogram');
  const second = page.getByRole('slider', { name: '第 2 条分界' });
  const at = await second.getAttribute('aria-valuenow');
  const line = await second.boundingBox();
  if (line === null) throw new Error('there is no limit');
  await page.mouse.click(line.x + line.width / 2 + 9, box.y + 10);
  await expect(second).not.toHaveAttribute('aria-valuenow', at ?? '');
  await expect(page.getByRole('status').filter({ hasText: /^第 2 条分界 \d/ })).toHaveText(
    `第 2 条分界 ${await second.getAttribute('aria-valuetext')}`,
  );
  await page.keyboard.press('Control+z');
  await expect.poll(() => legend.innerText()).toBe(before);
  // Dragged past its neighbour it stops there: no limit is lost.
  const many = await page.getByRole('slider', { name: /条分界/ }).count();
  await page.mouse.move(line.x + line.width / 2, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect(second).not.toHaveAttribute('aria-valuenow', at ?? '');
  await expect(page.getByRole('slider', { name: /条分界/ })).toHaveCount(many);
  // Locked, the scale is that of all years: another year keeps it.
  await page.getByRole('checkbox', { name: '三个年份共用一套分级' }).check();
  const handles = page.getByRole('slider', { name: /条分界/ });
  const limits = () =>
    handles.evaluateAll((all) => all.map((one) => one.getAttribute('aria-valuenow')).join(' '));
  const locked = await limits();
  await page.getByText('2010', { exact: true }).first().click();
  await expect(legend).toContainText('2010 年');
  expect(await limits()).toBe(locked);
});

test('links charts and map, crosses two measures, and undoes a weight', async ({ atlas }) => {
  const { page } = atlas;
  const link = '#ws=integration&set=yangtze5&recipe=paper&lang=zh-CN&off=agglomerations,provinces,labels';
  await atlas.open(`${link}&page=charts&sel=region:chengyu`);
  const scatter = page.getByRole('img', { name: /散点图/ });
  await expect(page.getByTestId('correlation')).toContainText(/n = \d+：皮尔逊 r = −?0\.\d\d/);
  await expect(page.getByTestId('correlation')).toContainText(/成渝之内 n = 1[0-6]/);
  const chengdu = scatter.locator('[data-adcode="510100"]');
  await expect(chengdu).not.toHaveAttribute('data-lit');
  await chengdu.hover();
  await expect(chengdu).toHaveAttribute('data-lit');
  await expect(page.getByRole('img', { name: /洛伦兹曲线/ })).toBeVisible();
  await chengdu.click();
  const inspector = page.getByRole('complementary', { name: '所选对象' });
  await expect(inspector).toContainText('成都市');

  await atlas.visit(`${link}&page=classes&show=value:gdp_per_capita:prefecture&sel=unit:510100`);
  await page.getByRole('checkbox', { name: '与另一项交叉（双变量）' }).check();
  await expect(page).toHaveURL(/with=value:urban_share:prefecture/);
  await expect(
    page.getByTestId('legend').getByRole('img', { name: /人均地区生产总值.* × .*城镇化率/ }),
  ).toBeVisible();
  await expect(inspector.getByText(/颜色：第 [123] 级（共 3 级）/)).toHaveCount(2);
  await expect(page.getByRole('table', { name: '各级组合的个数' }).getByRole('cell')).toHaveCount(9);

  await atlas.visit(`${link}&page=method`);
  await expect(page.getByTestId('scale')).toContainText('cv_max');
  await page.getByRole('tab', { name: '排名' }).click();
  const ranking = page.getByTestId('ranking');
  const equal = await ranking.innerText();
  await page.getByRole('tab', { name: '方法' }).click();
  const weight = page.getByRole('slider', { name: '区域发展' });
  await weight.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('departures')).toContainText('维度不等权');
  await page.getByRole('tab', { name: '排名' }).click();
  await expect(ranking).not.toHaveText(equal, { useInnerText: true });
  await page.getByRole('button', { name: /^撤销/ }).click();
  await expect(ranking).toHaveText(equal, { useInnerText: true });
});

test('scores an edited agglomeration in the place of the published one, and takes an own index from JSON; both are undone', async ({
  atlas,
}) => {
  const { page } = atlas;
  const off = 'off=rail,roadLinks,provinces,labels';
  await atlas.open(`#ws=integration&set=yangtze5&recipe=paper&lang=zh-CN&${off}&sel=region:chengyu`);
  const legend = page.getByTestId('legend');
  await page.getByRole('button', { name: '自定区域…' }).click();
  await page.getByRole('button', { name: '复制后编辑' }).click();
  const outcome = page.getByTestId('region-outcome');
  const changes = page.getByTestId('region-changes');
  await expect(outcome).toContainText(/，第 \d 名/);
  await expect(changes).toContainText('成员相同');
  await expect(legend).toContainText('成渝：成员');
  const published = await outcome.innerText();
  // By list, found by pinyin.
  await page.getByRole('combobox', { name: /^整个地级单位/ }).fill('guiyang');
  await page.getByRole('option', { name: '贵阳市' }).click();
  await expect(changes).toContainText('加入：贵阳市');
  await expect(outcome).not.toHaveText(published, { useInnerText: true });
  // By a click on the map, in the middle of the region.
  await page.getByRole('button', { name: '在图上查看' }).click();
  await atlas.drawn();
  const edited = await changes.innerText();
  const map = await page.locator('canvas').first().boundingBox();
  if (map === null) throw new Error('no map');
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  await expect(changes).not.toHaveText(edited, { useInnerText: true });
  const undo = page.getByRole('button', { name: /^撤销/ });
  await undo.click();
  await expect(changes).toHaveText(edited, { useInnerText: true });
  await page.getByRole('button', { name: '恢复为公布范围' }).click();
  await expect(outcome).toHaveText(published, { useInnerText: true });
  await undo.click();
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByTestId('ranking')).toContainText('成渝（自行调整）');
  const selected = page.getByRole('complementary', { name: '所选对象' });
  await expect(selected).toContainText('成渝（自行调整）');
  await expect(selected).not.toContainText('edited by you');

  await page.getByRole('button', { name: '自定指数…' }).click();
  const dialog = page.getByRole('dialog');
  const declare = async (nodes: readonly object[]) => {
    const declaration = { units: 'region', normalise: { method: 'rank' }, nodes };
    await dialog.getByLabel('或粘贴声明').fill(JSON.stringify(declaration, null, 1));
    await dialog.getByRole('button', { name: '读取' }).click();
  };
  const good = [{ id: '富裕' }, { id: 'gdp_per_capita', parent: '富裕' }, { id: 'wage', parent: '富裕' }];
  await declare([...good, { id: 'a', parent: 'b' }, { id: 'b', parent: 'a' }]);
  await expect(dialog.getByRole('alert')).toContainText(/第 \d+ 行：\s*树里有环：a → b → a/);
  await declare(good);
  await dialog.getByRole('button', { name: '应用' }).click();
  await expect(legend).toContainText('自定指数：富裕');
  await expect(page).toHaveURL(/show=index/);
  // The figures behind it are counted, and it is taken apart down to an indicator's own page.
  await expect(page.getByTestId('ranking').getByRole('row').nth(1)).toContainText('%');
  await page.getByRole('tab', { name: '解释' }).click();
  await expect(page.getByTestId('explained-index')).toContainText('在岗职工平均工资');
  await page.getByTestId('explained-index').getByRole('button', { name: '人均地区生产总值' }).click();
  await expect(page.getByRole('navigation', { name: '解释的各步' })).toContainText('富裕');
  await expect(page.getByTestId('explained-normalisation')).toContainText(/r \+ 1\d+ \+ 1 = \d+/);
  await expect(page.getByTestId('explained-members')).toBeVisible();
  // Its ranks are tried too, by other weights of its own tree and nothing else.
  await page.getByRole('tab', { name: '稳健性' }).click();
  await expect(page.getByTestId('robustness')).toContainText(/对（共 10 对）先后分不清/);
  await expect(page.getByTestId('dominance-pair')).toHaveText(
    /在 \d+% 的抽样中领先.+：先后分(?:得清|不清)。/,
  );
  await expect(page.locator('#atlas-panel')).toContainText('若指数树里每一组的权重');
  await expect(page.getByRole('radiogroup', { name: '变动' })).toHaveCount(0);
  await undo.click();
  await expect(legend).not.toContainText('自定指数');

  await page.getByRole('button', { name: '结构', exact: true }).click();
  await page.getByRole('button', { name: '← 全部城市群' }).click();
  await expect(page.getByRole('region', { name: '自定城市群' })).toContainText('成渝（自行调整）');

  // It is held against the hour as a plan is, and a city moves into it as into any.
  await page.getByRole('button', { name: '通勤圈', exact: true }).click();
  await page.getByRole('tab', { name: '规划对照' }).click();
  await page.getByRole('radiogroup', { name: '规划范围与一小时' }).getByText('城市群').click();
  await expect(page.getByTestId('plan-ranking')).toContainText('成渝（自行调整）');
  await page.getByRole('button', { name: '情景', exact: true }).click();
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await page.getByRole('combobox', { name: '改动类型' }).click();
  await page.getByRole('option', { name: '城市进出城市群' }).click();
  await page.getByRole('combobox', { name: '城市', exact: true }).fill('遵义');
  await page.getByRole('option', { name: '遵义市' }).click();
  await page.getByRole('combobox', { name: '加入', exact: true }).click();
  await page.getByRole('option', { name: '成渝（自行调整）' }).click();
  await page.getByRole('button', { name: '加入情景' }).click();
  await expect(page.getByText('遵义市：退出 黔中，加入 成渝（自行调整）')).toBeVisible();
  await expect(page.getByRole('combobox', { name: '加入', exact: true })).toHaveValue('');
});
