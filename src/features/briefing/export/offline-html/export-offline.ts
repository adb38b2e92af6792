import { nameLanguage } from '#core/geography/name-language.ts';
import { GIVEN_UP } from '../given-up.ts';
import { fail, succeed, type Result } from '#core/units/result.ts';
import { atlasData } from '#state/atlas-data.ts';
import type { Scene } from '#state/document/project-document.ts';
import type { Language } from '#state/document/view-state.ts';
import { shownDataOf } from '#state/told/shown-data.ts';
import { projectStore } from '#state/store.ts';
import { walkScenes } from '../../scene-walk.ts';
import type { ExportedFile, ExportOrder, ExportProblem } from '../run-export.ts';
import { dataOfScene } from '../pptx/scene-figures.ts';
import { sheetOfShown } from '../sheet-words.ts';
import { vectorSheetSvg } from '../vector-sheet.ts';
import { chartSvg } from './chart-svg.tsx';
import { offlineHtml, type OfflineScene } from './offline-html.ts';
import { factsOf, type SceneTable } from './scene-facts.ts';
// oxlint-disable-next-line import/default -- the build gives the script as text (src/app/build/script-text.ts)
import script from './viewer.ts?script-text';
import style from './viewer.css?inline';

/** Charts of the scene, and its tables: those of scores are told with the areas of the map already. */
function figuresUnderMap(
  scene: Scene,
  tables: readonly SceneTable[],
  language: Language,
): Pick<OfflineScene, 'charts' | 'tables'> {
  const shown = dataOfScene(scene, shownDataOf);
  if (shown === null) return { charts: [], tables };
  const { topic, data } = shown;
  return {
    charts: data.charts.map((chart) => ({
      title: chart.title,
      svg: chartSvg(chart, language),
      remark: chart.remark,
    })),
    tables: [
      ...tables,
      ...(topic === 'integration' ? [] : data.tables).map(({ title, columns, rows, remark }) => ({
        title,
        columns: columns.map((column) => column.title),
        rows,
        remark,
      })),
    ],
  };
}

/** All scenes as one HTML file that needs no network. */
export async function exportOffline(
  order: ExportOrder,
  name: (title: string) => string,
): Promise<Result<ExportedFile, ExportProblem>> {
  const { t, signal, today } = order;
  const { document } = projectStore.getState();
  const scenes: OfflineScene[] = [];
  let isMissing = false;
  const draw = (scene: Scene): Promise<void> => {
    const manifest = atlasData.getState().values.manifest ?? null;
    const sheet = sheetOfShown(projectStore.getState().document, manifest, scene, today, t);
    if (sheet === null) isMissing = true;
    else {
      const { facts, tables } = factsOf(sheet, t);
      scenes.push({
        title: scene.title,
        note: scene.note,
        svg: vectorSheetSvg(sheet),
        facts,
        ...figuresUnderMap(scene, tables, document.view.language),
      });
    }
    return Promise.resolve();
  };
  const outcome = await walkScenes(document.scenes, signal, draw, { onOpen: order.onScene });
  if (outcome === 'aborted') return fail(GIVEN_UP);
  if (isMissing)
    return fail({
      reason: 'no-map',
      message: 'The map is not drawn yet.',
      nextStep: 'Try again in a moment.',
    });
  const title = document.name === '' ? t('title') : document.name;
  const html = await offlineHtml(
    {
      title,
      language: nameLanguage(document.view.language),
      words: {
        previous: t('previous'),
        next: t('next'),
        zoomIn: t('offline.zoomIn'),
        zoomOut: t('offline.zoomOut'),
        whole: t('offline.whole'),
        position: t('offline.position', { number: '{number}', total: '{total}' }),
        keys: t('offline.keys'),
      },
      imprint: `${t('atlas')} · ${today} · ${t('offline.noRequests')}`,
      scenes,
    },
    { script, style },
  );
  return succeed({ name: name(title), blob: new Blob([html], { type: 'text/html' }) });
}
