import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Topology } from 'topojson-specification';
import type { ShownMeasure } from '../../src/state/document/integration-state.ts';
import {
  classifyMeasure,
  colourClasses,
  rampOf,
} from '../../src/features/integration/measure/classify-measure.ts';
import { drawingOfMeasure } from '../../src/features/integration/measure/drawing-of-measure.ts';
import { viewMeasure } from '../../src/features/integration/measure/measure-view.ts';
import { EMBEDDED_OPTIONS } from '../../src/core/scoring/score-options.ts';
import { collectPanel } from '../../src/core/scoring/score-panel.ts';
import { scorePanel } from '../../src/core/scoring/score.ts';
import type { ChoroplethDrawing, MapModel } from '../../src/map/layers/map-model.ts';
import { createPictureMaker } from '../../src/map/layers/map-style.ts';
import { diffPictures } from '../../src/map/layers/style-diff.ts';
import { legendOfModel } from '../../src/map/legend/legend-of-model.ts';
import { DEFAULT_DOCUMENT } from '../../src/state/document/default-document.ts';
import { scoreOptionsOf } from '../../src/state/score/score-choices.ts';
import type { Measurement } from './measurement.ts';
import { percentiles, timeRuns } from './measurement.ts';
import { loadEmbedded, loadRegions } from './score.ts';

/** A frame at 60 Hz. */
const FRAME_MS = 16;

function topology(name: string): Topology {
  return JSON.parse(
    readFileSync(join(resolve(import.meta.dirname, '../../public/data'), name), 'utf8'),
  ) as Topology;
}

/**
 * From a moved weight slider to what MapLibre is told: score, measure, classes, colours, drawing, legend, style and its
 * difference to the last. Without React's rendering of the panel and without the painting.
 */
export function benchRecolour(): readonly Measurement[] {
  const { table, regions } = loadEmbedded();
  const panel = collectPanel(table, regions, EMBEDDED_OPTIONS);
  const units = [...new Set(table.series.flatMap((series) => [...series.values.keys()]))];
  const model: MapModel = {
    theme: 'light',
    language: 'zh',
    topologies: {
      national: topology('admin-national.topo.json'),
      county: null,
      basemap: topology('basemap.topo.json'),
      basemapDetail: null,
    },
    visible: {
      agglomerations: true,
      metros: false,
      provinces: true,
      prefectures: true,
      counties: false,
      choropleth: true,
      rail: false,
      stations: false,
      roadLinks: false,
      circles: false,
      flows: false,
      labels: true,
    },
    regions: loadRegions()
      .filter(({ kind }) => kind === 'agglomeration')
      .map(({ kind, nameZh, nameEn, maturity, variants }) => ({
        kind,
        nameZh,
        nameEn,
        maturity,
        role: 'current' as const,
        variantKey: variants[0]?.key ?? '',
      })),
    places: [],
    choropleth: null,
    rail: null,
    roadLinks: [],
    closedRoadLinks: new Set(),
    stations: [],
    circle: null,
    flows: [],
    selection: null,
    hover: null,
  };
  const { integration } = DEFAULT_DOCUMENT;

  const row = (id: string, title: string, shown: ShownMeasure): Measurement => {
    const make = createPictureMaker();
    const drawingAt = (weight: number): ChoroplethDrawing => {
      const options = scoreOptionsOf(EMBEDDED_OPTIONS, {
        ...integration.options,
        weights: { regional: weight },
      });
      const result = scorePanel(panel, options);
      const view = viewMeasure(
        { result, table, counties: null, prefectureCodes: units, countyCodes: [] },
        shown,
        integration.year,
      );
      if (view === null) throw new Error(`no figures for ${id}`);
      const classification = classifyMeasure(view, integration.classification);
      const colours = colourClasses(classification, rampOf(view, 'auto'), false, 'light', view.isDiverging);
      return drawingOfMeasure({ view, classification, colours }, { title, unit: '', note: '' });
    };
    let before = make({ ...model, choropleth: drawingAt(1) });
    const times = timeRuns(
      (index) => {
        const next = { ...model, choropleth: drawingAt((index % 30) / 10) };
        const after = make(next);
        const changes = diffPictures(before, after);
        before = after;
        return [changes, legendOfModel(next)];
      },
      { warmUp: 30, runs: 100 },
    );
    const { p50, p95 } = percentiles(times);
    return {
      id,
      title,
      unit: 'ms',
      value: p50,
      p95,
      runs: times.length,
      mark: FRAME_MS,
      note: 'JavaScript of the computation, without React and painting',
    };
  };
  return [
    row('score.recolour', 'Weight slider moved to recoloured map, 19 agglomerations', { kind: 'composite' }),
    row('score.recolour.cities', 'The same, cities coloured by their part in the spread', {
      kind: 'contribution',
      id: 'composite',
    }),
  ];
}
