import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import { sourcesCited } from '#core/indicators/sources-behind.ts';
import type { ScoreNode } from '#core/scoring/score-node.ts';
import type { ScorePanel } from '#core/scoring/score-panel.ts';
import type { ScoreResult } from '#core/scoring/score.ts';

/** Of what years the figures behind a part of a score really are, where they come from, and whether any is out of a model. */
export interface FiguresBehind {
  /** Ascending. */
  readonly years: readonly number[];
  readonly sources: readonly string[];
  readonly isModelled: boolean;
}

interface Kept {
  readonly table: ScoringTable;
  readonly used: Uint8Array;
  readonly figures: FiguresBehind;
}

/** By panel, then by year and node: another weight leaves the panel and the cells that count as they are. */
const kept = new WeakMap<ScorePanel, Map<string, Kept>>();

/** The figures that count in a node's score in a year. The same object as long as the same figures count. */
export function figuresBehind(
  { panel, cells }: ScoreResult,
  table: ScoringTable,
  year: number,
  node: ScoreNode,
): FiguresBehind {
  const ofPanel = kept.get(panel) ?? new Map<string, Kept>();
  kept.set(panel, ofPanel);
  const key = node.kind === 'composite' ? `${year}` : `${year} ${node.kind} ${node.id}`;
  const last = ofPanel.get(key);
  if (last !== undefined && last.table === table && isSame(last.used, cells.used)) return last.figures;
  const figures = collectFigures(panel, cells.used, table, year, node);
  ofPanel.set(key, { table, used: cells.used, figures });
  return figures;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((byte, i) => byte === b[i]));
}

function collectFigures(
  panel: ScorePanel,
  used: Uint8Array,
  table: ScoringTable,
  year: number,
  node: ScoreNode,
): FiguresBehind {
  const y = panel.years.indexOf(year);
  const years = new Set<number>();
  const sources = new Set<string>();
  let isModelled = false;
  panel.indicators.forEach((indicator, i) => {
    const under =
      node.kind === 'composite' ||
      (node.kind === 'dimension' ? indicator.dimension === node.id : indicator.id === node.id);
    if (!under || y < 0) return;
    panel.regions.forEach((_, r) => {
      const cell = (y * panel.indicators.length + i) * panel.regions.length + r;
      if (used[cell] !== 1 && node.kind !== 'indicator') return;
      isModelled ||= table.definitions.get(indicator.id)?.provenance === 'modelled';
      for (const own of panel.ownYears[cell] ?? []) years.add(own);
      const from = (y * panel.indicators.length + i) * panel.slots;
      for (let m = panel.offsets[r] ?? 0; m < (panel.offsets[r + 1] ?? 0); m++) {
        const series = panel.series[panel.seriesAt[from + m] ?? -1];
        if (series === undefined) continue;
        for (const id of sourcesCited(table.series, series)) sources.add(id);
      }
    });
  });
  return { years: [...years].sort((a, b) => a - b), sources: [...sources], isModelled };
}
