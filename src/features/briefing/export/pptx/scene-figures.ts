import type { MapLanguage } from '#map/layers/map-model.ts';
import type { Scene } from '#state/project-document.ts';
import {
  DATA_TOPICS,
  type DataTopic,
  type ShownChart,
  type ShownData,
  type ShownTable,
} from '#state/shown-data.ts';
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
 * The charts and tables of a scene: those of the workspace that it was saved in; of a scene saved in the briefing, where
 * the workspace says nothing, those of the first of scenario, circles, scores and structure that is on the map.
 */
export function figuresOfScene(
  scene: Pick<Scene, 'state'>,
  dataOf: (topic: DataTopic) => ShownData | null,
  choice: FigureChoice,
  language: MapLanguage,
): readonly DeckFigure[] {
  if (choice === 'none') return [];
  const own = topicOfWorkspace[scene.state.view.workspace];
  for (const topic of own === undefined ? DATA_TOPICS : [own, ...DATA_TOPICS]) {
    const data = dataOf(topic);
    if (data === null) continue;
    const charts = choice === 'charts' ? data.charts.map((chart) => deckChart(chart, language)) : [];
    return [
      ...charts,
      ...(charts.length > 0 ? [] : data.tables.map((table) => deckTable(table, language))),
    ].slice(0, mostFigures);
  }
  return [];
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
