import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { captureScene } from '#state/commands/scene-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { serializeProject } from '#state/document/parse-project.ts';
import type { ProjectDocument, Scene } from '#state/document/project-document.ts';
import { readUrlState } from '#state/link/url-state.ts';
import { callCommandLine } from '../unit/cli/call-command-line.ts';
import { pictureDigest } from './picture-digest.ts';

// Ten key views, drawn without a browser by the code that the page draws and exports with. What is pinned is how much of
// each colour they show and where: a lost layer, another class, a moved line is seen, a machine's anti-aliasing is not.
// A picture that is meant to be another: npx vitest run tests/golden/key-views.test.ts -u, and look at the difference.

const VIEWS: Readonly<Record<string, string>> = {
  'the country with its agglomerations': '#ws=structure',
  'the scores of the nineteen': '#ws=integration&set=all19&recipe=paper&off=rail',
  'the Yangtze five of 2010': '#ws=integration&set=yangtze5&recipe=paper&year=2010&off=rail&map=5/31/112',
  'GDP a head of the prefectures':
    '#ws=integration&set=all19&recipe=paper&show=value:gdp_per_capita:prefecture&off=rail',
  'railways of the delta': '#ws=structure&map=7/31.2/120.3',
  'an hour around Chengdu': '#ws=circles&from=510100&min=60&map=7/30.6/104.2',
  'two origins': '#ws=circles&from=510100~500000&min=90&map=6/30.2/105.3',
  'Zhuhai by road': '#ws=circles&from=440400&min=60&mode=road&map=8/22.5/113.6',
  'the capital near by': '#ws=structure&map=8.5/39.6/116.4',
  'years of schooling in the counties of Sichuan':
    '#ws=integration&show=value:mean_years_schooling:county&off=rail&map=7/30.4/104',
};

function sceneOf(title: string, link: string): Scene {
  const { document, dropped } = readUrlState(link, DEFAULT_DOCUMENT);
  expect(dropped).toEqual([]);
  return { id: title, title, note: '', section: '', annotations: [], state: captureScene(document) };
}

const folder = await mkdtemp(join(tmpdir(), 'atlas-key-views-'));
afterAll(() => rm(folder, { recursive: true }));

it('ten key views look as they did', { timeout: 240_000 }, async () => {
  const project: ProjectDocument = {
    ...DEFAULT_DOCUMENT,
    scenes: Object.entries(VIEWS).map(([title, link]) => sceneOf(title, link)),
  };
  const path = join(folder, 'project.json');
  await writeFile(path, serializeProject(project));
  const { code, out } = await callCommandLine(
    'render',
    '--scene',
    path,
    '--out',
    folder,
    '--as',
    'svg',
    '--json',
  );
  expect(code).toBe(0);
  const { files } = JSON.parse(out) as { files: { title: string; file: string }[] };
  const digests: Record<string, unknown> = {};
  for (const { title, file } of files)
    digests[title] = pictureDigest(await readFile(join(folder, file), 'utf8'));
  expect(Object.keys(digests)).toEqual(Object.keys(VIEWS));
  await expect(`${JSON.stringify(digests, null, 1)}\n`).toMatchFileSnapshot('key-views.json');
});
