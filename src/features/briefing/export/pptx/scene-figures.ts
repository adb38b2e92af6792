import type { MapLanguage } from '#map/layers/map-model.ts';
import type { Scene } from '#state/document/project-document.ts';
import {
  DATA_TOPICS,
  type DataTopic,
  type ShownChart,
  type ShownData,
  type ShownTable,
} from '#state/told/shown-data.ts';
import { say, type DeckFigure, type Words } from './deck.ts';

/** What stands beside a map: charts (tables where a workspace has none), tables only, or nothing. */
export const FIGURE_CHOICES = ['charts', 'tables', 'none'] as const;
export type FigureChoice = (typeof FIGURE_CHOICES)[number];

/** More do not find room beside a map. */
const mostFigures = 2;

const topicOfWorkspace: Readonly<Partial<Record<string, DataTopic>>> = {
  structure: 'structure',
  integration: 'integration',
  circles: 'circles',
  scenario: 'scenario',
};

/**
 * What a scene shows besides its map: of the workspace that it was saved in; of a scene saved in the briefing, where the
 * workspace says nothing, of the first of scenario, circles, scores and structure that is on the map. `null` = nothing.
 */
export function dataOfScene(
  scene: Pick<Scene, 'state'>,
  dataOf: (topic: DataTopic) => ShownData | null,
): { readonly topic: DataTopic; readonly data: ShownData } | null {
  const own = topicOfWorkspace[scene.state.view.workspace];
  for (const topic of own === undefined ? DATA_TOPICS : [own, ...DATA_TOPICS]) {
    const data = dataOf(topic);
    if (data !== null) return { topic, data };
  }
  return null;
}

/** The charts of a scene, or its tables where asked or where there are no charts. */
export function figuresOfScene(
  scene: Pick<Scene, 'state'>,
  dataOf: (topic: DataTopic) => ShownData | null,
  choice: FigureChoice,
  language: MapLanguage,
): readonly DeckFigure[] {
  const shown = choice === 'none' ? null : dataOfScene(scene, dataOf);
  if (shown === null) return [];
  const { charts, tables } = shown.data;
  const figures =
    choice === 'charts' && charts.length > 0
      ? charts.map((chart) => deckChart(chart, language))
      : tables.map((table) => deckTable(table, language));
  return figures.slice(0, mostFigures);
}

const worded = (text: string, language: MapLanguage): Words => say({ language, text }, null);

function deckTable({ title, columns, rows, remark }: ShownTable, language: MapLanguage): DeckFigure {
  const words = (text: string) => worded(text, language);
  return {
    kind: 'table',
    title: words(title),
    columns: columns.map((column) => ({ title: words(column.title), isNumber: column.isNumber })),
    rows: rows.map((cells) => cells.map(words)),
    remark: words(remark),
  };
}

function deckChart(chart: ShownChart, language: MapLanguage): DeckFigure {
  const words = (text: string) => worded(text, language);
  const plot = {
    title: words(chart.title),
    categories: chart.categories.map(words),
    series: chart.series.map((one) => ({ ...one, name: words(one.name) })),
    remark: words(chart.remark),
  };
  return chart.kind === 'scatter'
    ? { ...chart, ...plot, across: { ...chart.across, title: words(chart.across.title) } }
    : { ...chart, ...plot };
}
