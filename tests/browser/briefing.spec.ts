import type { Page } from '@playwright/test';
import { expect, test } from './open-atlas.ts';

const ANNOTATIONS = ['中部：没有百万人口以上的城区', '内江', '丘陵', '箭头'];

const openTitle = (page: Page) => page.locator('[data-scene-field]');

/** A place on the page by its distance from the middle of the map. */
async function onMap(page: Page, dx: number, dy: number): Promise<readonly [x: number, y: number]> {
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
  if (box === null) throw new Error('there is no map');
  return [box.x + box.width / 2 + dx, box.y + box.height / 2 + dy];
}

async function clickMap(page: Page, dx: number, dy: number): Promise<void> {
  await page.mouse.click(...(await onMap(page, dx, dy)));
}

test('the sample opens as a project of its own, is walked and edited by keys, annotated, presented, and is still so after a reload', async ({
  atlas,
  context,
}) => {
  test.slow();
  const { page } = atlas;
  await atlas.open('#ws=structure&off=rail,roadLinks,agglomerations,provinces,labels');

  // From any workspace: what is shown becomes a scene.
  await expect(page.getByRole('button', { name: '把当前画面存为场景' })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByText('已存为“场景 1”')).toBeVisible();
  await page.keyboard.press('5');
  const scenes = page.getByTestId('scene');
  await expect(scenes).toHaveCount(1);
  await scenes.getByRole('button', { name: /的更多操作/ }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(scenes).toHaveCount(0);

  await page.getByRole('button', { name: '打开示例汇报' }).click();
  await expect(scenes).toHaveCount(8);
  await expect(page.getByRole('textbox', { name: '分节名' }).first()).toHaveValue('全国框架');
  await expect(openTitle(page)).toHaveValue('国家规划的 19 个城市群');
  // Every scene has a picture soon, shown or not.
  await expect(scenes.locator('img')).toHaveCount(8);

  // What lies below the scenes, however many there are, is one click away.
  const exports = page.getByRole('region', { name: '导出', exact: true });
  await expect(exports).not.toBeInViewport();
  await page.getByRole('navigation', { name: '场景下方各节' }).getByRole('link', { name: '导出' }).click();
  await expect(exports).toBeInViewport({ ratio: 0.5 });

  // Walking by keys shows each scene on the map.
  await page.getByRole('button', { name: '打开场景 1' }).press('ArrowDown');
  await expect(openTitle(page)).toHaveValue(/一体化得分/);
  await page.keyboard.press('ArrowDown');
  await expect(openTitle(page)).toHaveValue(/哑铃/);
  await expect(page).toHaveURL(/map=6\.35\//);
  await expect(page.getByRole('button', { name: '打开场景 3' })).toBeFocused();

  // Title by F2, taken back; order by Alt and arrow, taken back; deletion with the way back at hand.
  await page.keyboard.press('F2');
  await expect(openTitle(page)).toBeFocused();
  await openTitle(page).fill('成渝');
  await expect(scenes.nth(2)).toContainText('成渝');
  await page.getByRole('button', { name: '打开场景 3' }).focus();
  await page.keyboard.press('Control+z');
  await expect(openTitle(page)).toHaveValue(/哑铃/);
  await page.getByRole('button', { name: '打开场景 3' }).press('Alt+ArrowUp');
  await expect(page.getByRole('button', { name: '打开场景 2：成渝：两头大' })).toBeFocused();
  await page.keyboard.press('Control+z');
  // The same by a click, said and taken back.
  await scenes.nth(2).getByRole('button', { name: '上移' }).click();
  await expect(
    page.getByText('“成渝：两头大', { exact: false }).filter({ hasText: '现在是第 2 个场景，共 8 个' }),
  ).toBeAttached();
  await expect(page.getByRole('button', { name: '打开场景 2：成渝：两头大' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: '打开场景 3' }).press('Delete');
  await expect(scenes).toHaveCount(7);
  await page.getByRole('button', { name: '撤销', exact: true }).last().click();
  await expect(scenes).toHaveCount(8);
  await expect(openTitle(page)).toHaveValue(/哑铃/);

  // A label by click, named.
  await atlas.drawn();
  await page.getByRole('button', { name: '加标签' }).click();
  await clickMap(page, -140, -60);
  const label = page.getByRole('textbox', { name: '标签文字' });
  await label.fill('内江');
  // Dragged by its handle: it can be taken up where it was dropped.
  await atlas.drawn();
  await page.mouse.move(...(await onMap(page, -140, -60)));
  await page.mouse.down();
  await page.mouse.move(...(await onMap(page, -100, -120)), { steps: 3 });
  await page.mouse.move(...(await onMap(page, -60, -160)));
  await page.mouse.up();
  await label.press('Enter');
  await expect(label).toBeHidden();
  await atlas.drawn();
  await clickMap(page, -60, -160);
  await expect(label).toHaveValue('内江');
  // Moved by clicks alone: taken up, put down where it was before the drag, and one step back.
  await page.getByRole('button', { name: /^移动：/ }).click();
  await clickMap(page, -140, -60);
  await expect(page.getByRole('status').filter({ hasText: /^标注现在位于 \d/ })).toBeAttached();
  await page.getByRole('button', { name: '完成编辑' }).click();
  await atlas.drawn();
  await clickMap(page, -140, -60);
  await expect(label).toHaveValue('内江');
  await label.press('Enter');
  await page.keyboard.press('Control+z');
  await atlas.drawn();
  await clickMap(page, -60, -160);
  await expect(label).toHaveValue('内江');
  await label.press('Enter');
  // An area by its corners, closed by a click on the first.
  await page.getByRole('button', { name: '加范围' }).click();
  for (const [dx, dy] of [
    [40, 40],
    [120, 50],
    [80, 120],
    [40, 40],
  ] as const) {
    await atlas.drawn();
    await clickMap(page, dx, dy);
  }
  await page.getByRole('textbox', { name: '范围文字' }).fill('丘陵');
  await page.keyboard.press('Enter');
  // An arrow by keys from the middle of the map.
  await page.getByRole('button', { name: '加箭头' }).press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await atlas.drawn();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '箭头文字' })).toBeFocused();
  await page.getByRole('button', { name: /^移动：/ }).press('Shift+ArrowDown');
  const chips = page.getByRole('button', { name: /^编辑标注/ });
  await expect(chips).toHaveText(ANNOTATIONS);

  // The talk: clicker keys, blank, the way back after exploring, notes in a second window.
  await page.getByRole('button', { name: '开始演示' }).click();
  const presenter = page.getByTestId('presenter');
  await expect(presenter.getByRole('heading')).toHaveText(/哑铃/);
  await expect(page.getByRole('toolbar', { name: '标注' })).toBeHidden();
  // What the map now covers can't take the focus.
  await expect(page.locator('#atlas-panel')).toBeHidden();
  await expect(page.getByRole('searchbox', { name: '搜索' })).toBeHidden();
  await page.keyboard.press('PageDown');
  await expect(presenter.getByRole('heading')).toHaveText(/成都的一小时/);
  await page.keyboard.press('b');
  await expect(page.getByTestId('blank')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByTestId('blank')).toBeHidden();
  await page.keyboard.press('5');
  await expect(presenter.getByRole('heading')).toHaveText(/成渝中线/);
  await page.keyboard.press('4');
  await expect(page).toHaveURL(/map=8\.1\//);
  await page.locator('canvas.maplibregl-canvas').focus();
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/map=9\.1\//);
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/map=8\.1\//);

  const opening = context.waitForEvent('page');
  await presenter.getByRole('button', { name: '讲者窗口：备注与计时' }).click();
  const speaker = await opening;
  await expect(speaker.getByRole('heading', { level: 1 })).toHaveText(/成都的一小时/);
  await expect(speaker.getByText(/1,283 万人/)).toBeVisible();
  await expect(speaker.getByRole('timer')).toHaveText(/^0:\d\d$/);
  await expect(presenter.getByText(/1,283 万人/)).toBeHidden();
  await speaker.keyboard.press('PageUp');
  await expect(presenter.getByRole('heading')).toHaveText(/哑铃/);
  const closing = speaker.waitForEvent('close');
  await page.keyboard.press('Escape');
  await closing;
  await expect(presenter).toBeHidden();
  await expect(openTitle(page)).toHaveValue(/哑铃/);

  // All of it is kept; the first project is still there beside it.
  await page.reload();
  await atlas.drawn();
  await expect(chips).toHaveText(ANNOTATIONS);
  await page.getByRole('button', { name: '项目', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(2);
});
