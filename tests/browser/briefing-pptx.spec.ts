import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { serializeProject } from '#state/document/parse-project.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { briefingProject } from '../fixtures/briefing-project.ts';
import { expect, test } from './open-atlas.ts';

/** Texts of a part, as a reader shows them. */
function texts(parts: Readonly<Record<string, Uint8Array>>, path: string): readonly string[] {
  const part = parts[path];
  if (part === undefined) throw new Error(`the file has no part ${path}: ${Object.keys(parts).join(' ')}`);
  return [...strFromU8(part).matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
}

/** The briefing with a third scene: what 成渝中线 changes, with ranges. */
const BRIEFING = withChange(briefingProject);

function withChange(project: ProjectDocument): ProjectDocument {
  const hour = project.scenes[1];
  if (hour === undefined) throw new Error('There are two scenes');
  const { view, circles } = hour.state;
  return {
    ...project,
    scenarios: [
      { id: 'mid', name: '成渝中线', note: '', edits: [{ type: 'open' as const, id: 'chengyu_mid' }] },
    ],
    scenes: [
      ...project.scenes,
      {
        ...hour,
        id: 'change',
        title: '成渝中线通车',
        state: {
          ...hour.state,
          activeScenario: 'mid',
          view: { ...view, workspace: 'scenario', layers: { ...view.layers, scenario: view.layers.circles } },
          circles: { ...circles, minutes: 90, changeRanges: true, draws: 20 },
        },
      },
    ],
  };
}

test('a briefing becomes slides: given up without a trace, then saved in English, 4:3, with native charts, tables and shapes', async ({
  atlas,
}) => {
  test.slow();
  const { page } = atlas;
  await atlas.open('#ws=briefing&off=rail,roadLinks,agglomerations,provinces,labels');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '打开项目…' }).click(),
  ]);
  await chooser.setFiles({
    name: 'briefing.chengqun.json',
    mimeType: 'application/json',
    buffer: Buffer.from(serializeProject(BRIEFING)),
  });
  await expect(page.getByTestId('project-state')).toContainText('3 个场景');
  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: /PowerPoint/ }).click();
  const state = page.getByTestId('export-state');
  const start = page.getByRole('button', { name: '导出', exact: true });

  await start.click();
  await expect(state).toHaveAttribute('data-state', 'working');
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expect(state).toContainText('已取消');
  await expect(page.getByRole('heading', { name: '汇报' })).toBeVisible();

  await page.getByRole('combobox', { name: '幻灯片语言' }).click();
  await page.getByRole('option', { name: '英文' }).click();
  await page.getByText('4:3', { exact: true }).click();
  await page.getByRole('combobox', { name: '地图', exact: true }).click();
  await page.getByRole('option', { name: /矢量形状/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 280_000 }),
    (async () => {
      await start.click();
      await expect(state).toContainText(/3 \/ 3|3 of 3/);
    })(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^成渝 汇报 & 草案 \d{4}-\d\d-\d\d\.pptx$/);
  // The page is in its own language again.
  await expect(state).toContainText('已保存');

  const parts = unzipSync(readFileSync(await download.path()));
  const slides = Object.keys(parts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
  expect(slides).toHaveLength(BRIEFING.scenes.length);
  expect(strFromU8(parts['ppt/presentation.xml'] ?? new Uint8Array())).toContain('cx="9144000"');

  const scores = texts(parts, 'ppt/slides/slide1.xml');
  expect(scores).toContain('成渝的一体化得分 <b>2020</b>');
  expect(scores).toContain('Internal draft');
  expect(scores.some((text) => text.startsWith('Integration, composite score'))).toBe(true);
  const charts = Object.entries(parts).filter(
    ([path]) => path.startsWith('ppt/charts/') && path.endsWith('.xml'),
  );
  expect(charts).toHaveLength(2);
  expect(Object.keys(parts).filter((path) => path.endsWith('.xlsx'))).toHaveLength(2);
  const [bars, lines] = charts.map(([, part]) => strFromU8(part));
  expect(bars).toContain('<c:barDir val="bar"/>');
  expect([...(bars ?? '').matchAll(/<c:v>\d+\.\d+<\/c:v>/g)]).toHaveLength(5);
  expect(lines).toContain('<c:v>2010</c:v>');
  expect(lines).toContain('<c:v>Chengdu–Chongqing</c:v>');

  const hour = texts(parts, 'ppt/slides/slide2.xml');
  expect(hour).toContain('People');
  expect(hour.some((text) => /^\d+\.\d+ M$/.test(text))).toBe(true);
  const notes = texts(parts, 'ppt/notesSlides/notesSlide2.xml').join('\n');
  expect(notes).toContain('Sources and years');
  expect(notes).toContain('door to door');

  // Nothing had computed the ranges: the export waited for them.
  const change = texts(parts, 'ppt/slides/slide3.xml');
  expect(change).toEqual(
    expect.arrayContaining(['How sure these changes are', 'People gained', '90% of draws']),
  );
  expect(change.some((text) => /^[\d.]+(?: K)?–[\d.]+ M$/u.test(text))).toBe(true);
  expect(texts(parts, 'ppt/notesSlides/notesSlide3.xml').join('')).toMatch(
    /scenarioRanges&quot;:\{&quot;question/u,
  );

  const drawn = strFromU8(parts['ppt/slides/slide1.xml'] ?? new Uint8Array());
  expect(drawn).toMatch(/name="Chengdu–Chongqing"\/>(?:(?!<\/p:sp>).)*<a:custGeom>/);
  expect(drawn).toContain('descr="Map: 成渝的一体化得分');
});
