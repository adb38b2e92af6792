import type { Maturity } from '#core/geography/region.ts';
import {
  bandColours,
  certaintyColours,
  circleBeforeLook,
  circleOutlineLooks,
  circleOutlineWidth,
} from '../layers/circle-layers.ts';
import { mixHex } from '../layers/hex-colours.ts';
import { changeColour, minutesColour } from '../layers/map-ramps.ts';
import type {
  ChoroplethDrawing,
  CircleDrawing,
  CrossDrawing,
  MapLanguage,
  MapModel,
} from '../layers/map-model.ts';
import { flowOpacity, flowWidth } from '../layers/point-specs.ts';
import { futureRailDash, railLineState, railSpeedClass, railSpeedClasses } from '../layers/rail-layers.ts';
import {
  agglomerationTint,
  comparisonDashes,
  isOverColours,
  maturityDashes,
  metroDashes,
  ownDashes,
  regionLineWidths,
} from '../layers/region-layers.ts';
import { themeTokens, type ThemeTokens } from '../layers/theme-tokens.ts';
import { ownShapeColour } from '../layers/own-shape-layers.ts';
import { classRange, limitFormat } from './class-range.ts';
import type { LegendItem, LegendMatrix, LegendSpec } from './legend-spec.ts';
import { structureLegends } from './structure-legend.ts';
import { legendWords, type LegendWords } from './legend-words.ts';

/** The keys to everything the model shows, most important first. Only what is really drawn gets a line. */
export function legendOfModel(model: MapModel): readonly LegendSpec[] {
  const tokens = themeTokens(model.theme);
  const words = legendWords(model.language);
  return [
    choroplethLegend(model, tokens, words),
    circleLegend(model, tokens, words),
    ...structureLegends(model, tokens),
    ownShapesLegend(model, tokens),
    flowLegend(model, tokens, words),
    regionLegend(model, tokens, words),
    railLegend(model, tokens, words),
    stationLegend(model, tokens, words),
    roadLegend(model, tokens, words),
    boundaryLegend(model, tokens, words),
  ].filter((spec) => spec !== null);
}

const plain = { unit: null, scale: null, note: null, provenance: null } as const;

function choroplethLegend(model: MapModel, tokens: ThemeTokens, words: LegendWords): LegendSpec | null {
  const { choropleth, visible, language } = model;
  if (!choropleth || !visible.choropleth) return null;
  const cross = choropleth.cross ?? null;
  const lowestFirst = (cross === null ? choropleth.colours : []).map((colour, index): LegendItem => ({
    id: `class-${index}`,
    swatch: { kind: 'fill', colour, outline: null },
    label: classLabel(choropleth, index, language),
  }));
  const items = lowestFirst.toReversed();
  if ([...choropleth.classes.values()].includes(null)) {
    items.push({
      id: 'no-data',
      swatch: { kind: 'hatch', colour: tokens.noDataHatch, ground: tokens.chinaLand },
      label: words.noData,
    });
  }
  return {
    id: 'choropleth',
    title: choropleth.title,
    unit: choropleth.unit === '' ? null : choropleth.unit,
    items,
    scale: null,
    // Two measures that no unit has both of have no classes: the hatch says it.
    matrix: cross === null || choropleth.colours.length === 0 ? null : matrixOf(choropleth, cross, language),
    note: choropleth.note === '' ? null : choropleth.note,
    provenance: choropleth.provenance,
  };
}

function matrixOf(choropleth: ChoroplethDrawing, cross: CrossDrawing, language: MapLanguage): LegendMatrix {
  const inner = ({ limits, decimals, isSigned }: Pick<CrossDrawing, 'limits' | 'decimals' | 'isSigned'>) => {
    const format = limitFormat(limits, decimals, language, isSigned);
    return limits.slice(1, -1).map(format);
  };
  return {
    rows: Array.from({ length: cross.rows }, (_, row) =>
      choropleth.colours.slice(row * cross.columns, (row + 1) * cross.columns),
    ),
    columnTitle: cross.columnName,
    rowTitle: cross.rowName,
    columnLimits: inner(choropleth),
    rowLimits: inner(cross),
  };
}

/** The words of a class, or its limits. */
function classLabel(
  { limits, decimals, labels, isSigned }: ChoroplethDrawing,
  index: number,
  language: MapLanguage,
): string {
  return labels?.[index] ?? classRange(limits, index, decimals, language, isSigned);
}

function circleLegend(model: MapModel, tokens: ThemeTokens, words: LegendWords): LegendSpec | null {
  const { circle, visible, theme } = model;
  if (!circle || !visible.circles) return null;
  const origin: LegendItem = {
    id: 'origin',
    swatch: { kind: 'point', fill: tokens.accent, outline: tokens.paper, radiusPixels: 6 },
    label: words.origin,
  };
  const before: readonly LegendItem[] = circle.contours
    .filter(({ role }) => role === 'before')
    .slice(0, 1)
    .map(({ minutes }) => ({
      id: 'before',
      swatch: { kind: 'line', colour: tokens.ink, ...circleBeforeLook },
      label: words.lineBefore(minutes),
    }));
  const emphasis: LegendItem = {
    id: 'emphasis',
    swatch: { kind: 'line', colour: tokens.accent, widthPixels: 2.4, dash: null },
    label: (before.length > 0 ? words.lineAfter : words.chosenLine)(circle.emphasisMinutes),
  };
  const outlines = (circle.outlines ?? []).flatMap(({ id, label, look }): LegendItem[] => {
    const drawn = circleOutlineLooks[look % circleOutlineLooks.length];
    if (drawn === undefined) return [];
    const colour = theme === 'dark' ? drawn.dark : drawn.light;
    return [
      {
        id: `outline-${id}`,
        swatch: { kind: 'line', colour, widthPixels: circleOutlineWidth, dash: drawn.dash },
        label,
      },
    ];
  });
  const hasEmphasis = circle.contours.some(({ minutes }) => minutes === circle.emphasisMinutes);
  const shared = { unit: words.minutes, note: words.modelledCircle, provenance: 'modelled' } as const;
  if (circle.difference) {
    const limit = circle.difference.limitMinutes;
    return {
      ...shared,
      id: 'difference',
      title: words.difference,
      items: [...(hasEmphasis ? [emphasis] : []), ...before, origin],
      scale: {
        colours: samples((t) => changeColour(theme, 1 - t)),
        ticks: [
          { at: 0, label: `≤ −${limit} ${words.faster}` },
          { at: 0.5, label: '0' },
          { at: 1, label: `${words.slower} ≥ +${limit}` },
        ],
      },
    };
  }
  const certainty = circle.certainty ?? [];
  if (certainty.length > 0 && !circle.surface) {
    return {
      ...shared,
      id: 'certainty',
      title: words.certainty(circle.emphasisMinutes),
      unit: null,
      items: [
        ...certaintyColours(
          theme,
          certainty.map(({ percent }) => percent),
        ).map(({ percent, seen }): LegendItem => ({
          id: `certain-${percent}`,
          swatch: { kind: 'fill', colour: seen, outline: null },
          label: words.inDraws(percent),
        })),
        ...(hasEmphasis ? [{ ...emphasis, label: words.declaredLine(circle.emphasisMinutes) }] : []),
        ...outlines,
        origin,
      ],
      scale: null,
    };
  }
  const bands: readonly LegendItem[] = circle.surface ? [] : bandItems(circle, model, words);
  return {
    ...shared,
    id: 'circle',
    title: words.circle,
    items: [...bands, ...(hasEmphasis ? [emphasis] : []), ...before, ...outlines, origin],
    scale: circle.surface
      ? {
          colours: samples((t) => minutesColour(theme, t)),
          ticks: [0, 0.5, 1].map((at) => ({ at, label: String(Math.round(at * circle.maxMinutes)) })),
        }
      : null,
  };
}

function bandItems(circle: CircleDrawing, model: MapModel, words: LegendWords): readonly LegendItem[] {
  const cutoffs = circle.contours.map(({ minutes }) => minutes);
  return bandColours(model.theme, cutoffs, circle.maxMinutes).map(({ minutes, seen }) => ({
    id: `within-${minutes}`,
    swatch: { kind: 'fill', colour: seen, outline: null },
    label: words.within(minutes),
  }));
}

function samples(colourAt: (t: number) => string): readonly string[] {
  return Array.from({ length: 11 }, (_, index) => colourAt(index / 10));
}

function ownShapesLegend({ ownShapes, theme }: MapModel, tokens: ThemeTokens): LegendSpec | null {
  if (!ownShapes || ownShapes.files.length === 0) return null;
  const items = ownShapes.files.map(({ id, label, look }): LegendItem => ({
    id,
    swatch: { kind: 'double-line', outer: ownShapeColour(theme, look), inner: tokens.paper },
    label,
  }));
  return { ...plain, id: 'own-shapes', title: ownShapes.title, items };
}

const maturities: readonly Maturity[] = ['mature', 'developing', 'nurturing'];

function regionLegend(model: MapModel, tokens: ThemeTokens, words: LegendWords): LegendSpec | null {
  const { regions, visible } = model;
  const agglomerations = visible.agglomerations ? regions.filter(({ kind }) => kind === 'agglomeration') : [];
  const metros = visible.metros ? regions.filter(({ kind }) => kind === 'metro') : [];
  const isTinted = !isOverColours(model);
  const items: LegendItem[] = maturities
    .filter((maturity) => agglomerations.some((region) => region.maturity === maturity))
    .map((maturity) => ({
      id: maturity,
      swatch: {
        kind: 'line',
        colour: tokens.maturity[maturity],
        widthPixels: regionLineWidths.agglomeration,
        dash: maturityDashes[maturity],
        ...(isTinted
          ? { ground: mixHex(tokens.chinaLand, tokens.maturity[maturity], agglomerationTint) }
          : {}),
      },
      label: words.maturity[maturity],
    }));
  if (agglomerations.some(({ maturity }) => maturity === null)) {
    items.push({
      id: 'own',
      swatch: {
        kind: 'line',
        colour: tokens.ink,
        widthPixels: regionLineWidths.agglomeration,
        dash: ownDashes,
      },
      label: words.own,
    });
  }
  if (metros.length > 0) {
    items.push({
      id: 'metro',
      swatch: { kind: 'line', colour: tokens.metro, widthPixels: regionLineWidths.metro, dash: metroDashes },
      label: words.metro,
    });
  }
  if ([...agglomerations, ...metros].some(({ role }) => role === 'comparison')) {
    items.push({
      id: 'comparison',
      swatch: { kind: 'line', colour: tokens.muted, widthPixels: 1.6, dash: comparisonDashes },
      label: words.comparison,
    });
  }
  if (items.length === 0) return null;
  const drawn = metros.length === 0 ? 'agglomerations' : agglomerations.length === 0 ? 'metros' : 'both';
  return { ...plain, id: 'regions', title: words.regions[drawn], items };
}

function railLegend(model: MapModel, tokens: ThemeTokens, words: LegendWords): LegendSpec | null {
  const { rail, visible } = model;
  if (!rail || !visible.rail) return null;
  const states = rail.lines.map((line) => ({
    state: railLineState(line, rail),
    speed: railSpeedClass(line),
  }));
  const items: LegendItem[] = railSpeedClasses
    .filter(({ id }) => states.some(({ state, speed }) => state !== 'hidden' && speed === id))
    .map(({ id }) => ({
      id: `rail-${id}`,
      swatch: {
        kind: 'line',
        colour: tokens.rail[id],
        widthPixels: id === 'conventional' || id === 'unknown' ? 1.5 : 3,
        dash: null,
      },
      label: words.railSpeed[id],
    }));
  if (states.some(({ state }) => state === 'future')) {
    items.push({
      id: 'rail-future',
      swatch: { kind: 'line', colour: tokens.muted, widthPixels: 2, dash: futureRailDash },
      label: words.railFuture,
    });
  }
  if (items.length === 0) return null;
  const note = rail.year === null ? null : words.railYear(rail.year);
  return { ...plain, id: 'rail', title: words.rail, items, note };
}

function stationLegend(model: MapModel, tokens: ThemeTokens, words: LegendWords): LegendSpec | null {
  if (!model.visible.stations || model.stations.length === 0) return null;
  const item = (rank: 'hub' | 'station', radiusPixels: number): LegendItem[] =>
    model.stations.some((station) => station.rank === rank)
      ? [
          {
            id: rank,
            swatch: { kind: 'point', fill: tokens.paper, outline: tokens.ink, radiusPixels },
            label: words[rank],
          },
        ]
      : [];
  return {
    ...plain,
    id: 'stations',
    title: words.stations,
    items: [...item('hub', 5), ...item('station', 3)],
  };
}

function roadLegend(model: MapModel, tokens: ThemeTokens, words: LegendWords): LegendSpec | null {
  const { roadLinks, closedRoadLinks, visible } = model;
  if (!visible.roadLinks || roadLinks.length === 0) return null;
  const items: LegendItem[] = [];
  if (roadLinks.some(({ id, status }) => status === 'open' && !closedRoadLinks.has(id))) {
    items.push({
      id: 'road-open',
      swatch: { kind: 'double-line', outer: tokens.roadLink, inner: tokens.paper },
      label: words.roadOpen,
    });
  }
  if (roadLinks.some(({ id, status }) => status !== 'open' && !closedRoadLinks.has(id))) {
    items.push({
      id: 'road-future',
      swatch: { kind: 'line', colour: tokens.roadLink, widthPixels: 2, dash: [2, 1.5] },
      label: words.roadFuture,
    });
  }
  if (roadLinks.some(({ id }) => closedRoadLinks.has(id))) {
    items.push({
      id: 'road-closed',
      swatch: { kind: 'double-line', outer: tokens.accent, inner: tokens.paper },
      label: words.roadClosed,
    });
  }
  return { ...plain, id: 'road-links', title: words.roadLinks, items };
}

/** Ties in the key, as shares of the strongest: each half as wide as the one before. */
const KEYED_FLOWS = [1, 0.25, 0.06];
/** Width of the strongest in the key, pixels. */
const WIDEST_FLOW = 7;

function flowLegend(model: MapModel, tokens: ThemeTokens, words: LegendWords): LegendSpec | null {
  if (!model.visible.flows || model.flows.length === 0) return null;
  const items = KEYED_FLOWS.map((weight) =>
    lineItem(
      `flow-${weight}`,
      mixHex(tokens.chinaLand, tokens.flow, flowOpacity(weight) / 255),
      WIDEST_FLOW * flowWidth(weight),
      `${Math.round(weight * 100)}%`,
    ),
  );
  return { ...plain, id: 'flows', title: words.flows, unit: words.flowUnit, items, provenance: 'modelled' };
}

function lineItem(id: string, colour: string, widthPixels: number, label: string): LegendItem {
  return { id, swatch: { kind: 'line', colour, widthPixels, dash: null }, label };
}

function boundaryLegend(model: MapModel, tokens: ThemeTokens, words: LegendWords): LegendSpec | null {
  const { visible } = model;
  const items: LegendItem[] = [lineItem('national', tokens.nationalBorder, 1.2, words.national)];
  if (visible.provinces) items.push(lineItem('province', tokens.provinceLine, 1.1, words.province));
  if (visible.prefectures) items.push(lineItem('prefecture', tokens.prefectureLine, 0.75, words.prefecture));
  if (visible.counties) items.push(lineItem('county', tokens.countyLine, 0.5, words.county));
  if (visible.labels && model.places.some(({ rank }) => rank === 'core' || rank === 'capital')) {
    items.push({
      id: 'core',
      swatch: { kind: 'ring', fill: tokens.paper, outline: tokens.ink },
      label: words.core,
    });
  }
  return { ...plain, id: 'boundaries', title: words.boundaries, items };
}
