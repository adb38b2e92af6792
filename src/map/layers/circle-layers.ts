import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { labelPaint } from './basemap-layers.ts';
import { mixHex } from './hex-colours.ts';
import { minutesColour } from './map-ramps.ts';
import { dotImageId, sourceIds } from './layer-ids.ts';
import type { CircleContour, CircleDrawing, LayerModel, MapTheme } from './map-model.ts';
import { fontStacks, themeTokens, type ThemeTokens } from './theme-tokens.ts';
import { drawnName } from './drawn-name.ts';

/** Opacity of one band. Bands are whole areas painted over each other, so inner ones cover outer ones. */
export const bandOpacity = 0.55;

/**
 * How lines over the circles are drawn: dashes in line widths, colours by theme. No two that can stand together look the
 * same, nor are they told apart by hue alone. First the definitions in their order, then commuting rates from low to high
 * (one hue, ever longer dashes), last a server's answer.
 */
export const circleOutlineLooks: readonly {
  readonly light: string;
  readonly dark: string;
  readonly dash: readonly number[];
}[] = [
  { light: '#0B6E6E', dark: '#4FD1C5', dash: [5, 2] },
  { light: '#1E2328', dark: '#E8EAED', dash: [1.2, 1.4] },
  { light: '#1E4F9C', dark: '#8AB8F5', dash: [6, 1.6, 1.2, 1.6] },
  { light: '#37474F', dark: '#CFD8DC', dash: [2.6, 1.2] },
  { light: '#3D6B12', dark: '#A6D46A', dash: [0.8, 2] },
  { light: '#3D6B12', dark: '#A6D46A', dash: [3, 1.6] },
  { light: '#3D6B12', dark: '#A6D46A', dash: [9, 1.6] },
  { light: '#8E1F6B', dark: '#F199D0', dash: [4, 1.2, 0.8, 1.2, 0.8, 1.2] },
];

/** Look of the lowest commuting rate; higher ones follow. */
export const firstCommutingLook = 4;
/** Look of a server's isochrone. */
export const serverLook = 7;

/** How the line of before looks beside the line of after. */
export const circleBeforeLook = { widthPixels: 1.4, dash: [2.5, 2] } as const;

/** Width of those outlines, pixels. */
export const circleOutlineWidth = 2;

/**
 * Each band's paint and the colour it comes out as on China's land, outermost last: the legend shows the latter. Circles
 * side by side give the same cut-off several times: it is one band.
 */
export function bandColours(
  theme: MapTheme,
  cutoffs: readonly number[],
  maxMinutes: number,
): readonly { readonly minutes: number; readonly paint: string; readonly seen: string }[] {
  let under = themeTokens(theme).chinaLand;
  const outermostFirst = [...new Set(cutoffs)]
    .sort((a, b) => b - a)
    .map((minutes, index, all) => {
      // A band stands for the minutes between its own cut-off and the next smaller one: take the middle.
      const middle = (minutes + (all[index + 1] ?? 0)) / 2;
      const paint = minutesColour(theme, middle / maxMinutes);
      under = mixHex(under, paint, bandOpacity);
      return { minutes, paint, seen: under };
    });
  return outermostFirst.toReversed();
}

/** How sure: dense where nearly every draw is within, pale where hardly one is. A hue of its own, for it is no time. */
const certaintyInks = {
  light: ['#0B5560', '#3E95A0', '#A9D3D6'],
  dark: ['#A8E6E6', '#4FA5AE', '#1F5A66'],
} as const;
const certaintyOpacity = 0.68;

/** Each certainty's paint and the colour it comes out as on China's land, the surest first. */
export function certaintyColours(
  theme: MapTheme,
  percents: readonly number[],
): readonly { readonly percent: number; readonly paint: string; readonly seen: string }[] {
  let under = themeTokens(theme).chinaLand;
  const surestFirst = [...percents].sort((a, b) => b - a);
  return surestFirst
    .map((percent, index) => ({
      percent,
      paint: certaintyInks[theme === 'dark' ? 'dark' : 'light'][Math.min(2, index)] ?? under,
    }))
    .toReversed()
    .map(({ percent, paint }) => {
      under = mixHex(under, paint, certaintyOpacity);
      return { percent, paint, seen: under };
    })
    .toReversed();
}

function certaintyAreas(circle: CircleDrawing | null, theme: MapTheme): readonly Feature[] {
  const bands = circle?.certainty ?? [];
  const inks = new Map(
    certaintyColours(
      theme,
      bands.map(({ percent }) => percent),
    ).map(({ percent, paint }) => [percent, paint]),
  );
  return bands.map(({ percent, area }) => ({
    type: 'Feature',
    properties: {
      percent,
      colour: inks.get(percent) ?? '#000000',
      opacity: certaintyOpacity,
      order: percent,
    },
    geometry: area,
  }));
}

/** Polygons of the bands, outermost first. */
export function contourAreas(circle: CircleDrawing | null, theme: MapTheme): FeatureCollection {
  const sure = certaintyAreas(circle, theme);
  const contours = (circle?.contours ?? []).filter(
    ({ minutes, role }) => sure.length === 0 || role === 'before' || minutes === circle?.emphasisMinutes,
  );
  const colours = bandColours(
    theme,
    contours.filter(({ role }) => role !== 'before').map(({ minutes }) => minutes),
    circle?.maxMinutes ?? 60,
  );
  const colourOf = new Map(colours.map((band) => [band.minutes, band.paint]));
  const outermostFirst = [...contours].sort((a, b) => b.minutes - a.minutes);
  return {
    type: 'FeatureCollection',
    features: [
      ...sure.toReversed(),
      ...outermostFirst.map((contour) =>
        bandFeature(contour, sure.length > 0 ? null : (colourOf.get(contour.minutes) ?? '#000000'), circle),
      ),
      ...(circle?.outlines ?? []).map((outline): Feature => ({
        type: 'Feature',
        properties: { outline: outline.look % circleOutlineLooks.length, emphasis: false, before: false },
        geometry: outline.area,
      })),
    ],
  };
}

/** @param colour `null` = only its line */
function bandFeature(contour: CircleContour, colour: string | null, circle: CircleDrawing | null): Feature {
  const isFilled = colour !== null && contour.role !== 'before';
  return {
    type: 'Feature',
    properties: {
      minutes: contour.minutes,
      ...(isFilled && { colour, opacity: bandOpacity }),
      emphasis: contour.role !== 'before' && contour.minutes === circle?.emphasisMinutes,
      before: contour.role === 'before',
      order: -contour.minutes,
    },
    geometry: contour.area,
  };
}

/** Points of the origins. */
export function originPoints(circle: CircleDrawing | null): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      ...(circle?.origins ?? []).map((origin): Feature => ({
        type: 'Feature',
        properties: { id: origin.id, name: drawnName(origin.label), role: 'origin' },
        geometry: { type: 'Point', coordinates: [...origin.at] },
      })),
      ...(circle?.destination == null
        ? []
        : [
            {
              type: 'Feature',
              properties: { id: 'destination', name: '', role: 'destination' },
              geometry: { type: 'Point', coordinates: [...circle.destination] },
            } satisfies Feature,
          ]),
    ],
  };
}

/** Zooms between which marks grow: on the national map the hour of a city is hardly wider than its pin would be. */
const SMALL_ZOOM = 4.5;
const FULL_ZOOM = 7;

function growing<T extends number | ExpressionSpecification>(small: T, full: T): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], SMALL_ZOOM, small, FULL_ZOOM, full];
}

/** Filled bands; hidden while the surface itself is drawn as an image. */
export function circleFillLayers(model: LayerModel): readonly LayerSpecification[] {
  const { circle, visible } = model;
  const byImage = circle !== null && (circle.surface !== null || circle.difference !== null);
  return [
    {
      id: 'circle-bands',
      type: 'fill',
      source: sourceIds.contours,
      filter: ['has', 'colour'],
      layout: {
        visibility: visible.circles && !byImage ? 'visible' : 'none',
        'fill-sort-key': ['get', 'order'],
      },
      paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': ['get', 'opacity'] },
    },
  ];
}

/**
 * Lines at the cut-offs, the emphasised one (60 minutes) heavier and in the accent, with their names; and the origins, which stand over
 * all other names and make them give way.
 */
export function circleLineLayers(
  model: LayerModel,
  tokens: ThemeTokens,
): Readonly<Record<'lines' | 'labels' | 'origins', readonly LayerSpecification[]>> {
  const visibility = model.visible.circles ? 'visible' : 'none';
  const thin = model.theme === 'dark' ? '#D8CCF2' : '#5B2A78';
  return {
    lines: [
      {
        id: 'circle-lines',
        type: 'line',
        source: sourceIds.contours,
        filter: ['all', ['has', 'minutes'], ['!', ['get', 'emphasis']], ['!', ['get', 'before']]],
        layout: { visibility, 'line-join': 'round' },
        paint: { 'line-color': thin, 'line-width': 0.8, 'line-opacity': 0.7 },
      },
      {
        id: 'circle-before',
        type: 'line',
        source: sourceIds.contours,
        filter: ['get', 'before'],
        layout: { visibility, 'line-join': 'round' },
        paint: {
          'line-color': tokens.ink,
          'line-width': circleBeforeLook.widthPixels,
          'line-dasharray': [...circleBeforeLook.dash],
        },
      },
      {
        id: 'circle-emphasis-casing',
        type: 'line',
        source: sourceIds.contours,
        filter: ['all', ['has', 'minutes'], ['get', 'emphasis']],
        layout: { visibility, 'line-join': 'round' },
        paint: { 'line-color': tokens.paper, 'line-width': growing(2.8, 4.6), 'line-opacity': 0.8 },
      },
      {
        id: 'circle-emphasis',
        type: 'line',
        source: sourceIds.contours,
        filter: ['all', ['has', 'minutes'], ['get', 'emphasis']],
        layout: { visibility, 'line-join': 'round' },
        paint: { 'line-color': tokens.accent, 'line-width': growing(1.3, 2.4) },
      },
      ...circleOutlineLooks.map(({ light, dark, dash }, look): LayerSpecification => ({
        id: `circle-outline-${look}`,
        type: 'line',
        source: sourceIds.contours,
        filter: ['==', ['get', 'outline'], look],
        layout: { visibility, 'line-join': 'round' },
        paint: {
          'line-color': model.theme === 'dark' ? dark : light,
          'line-width': circleOutlineWidth,
          'line-dasharray': [...dash],
        },
      })),
    ],
    labels: [
      {
        id: 'circle-labels',
        type: 'symbol',
        source: sourceIds.contours,
        filter: ['all', ['has', 'minutes'], ['!', ['get', 'before']]],
        minzoom: 6,
        layout: {
          visibility: model.visible.circles && model.visible.labels ? 'visible' : 'none',
          'symbol-placement': 'line',
          'symbol-spacing': 300,
          // Upright labels on the line: steep Chinese ones would be set vertically, digits and all.
          'text-rotation-alignment': 'viewport',
          'text-field': [
            'concat',
            ['to-string', ['get', 'minutes']],
            model.language === 'zh' ? ' 分钟' : ' min',
          ],
          'text-font': [...fontStacks.medium],
          'text-size': 11,
          'symbol-sort-key': ['case', ['get', 'emphasis'], 0, 1],
        },
        paint: {
          ...labelPaint(thin, tokens.paper, 2.2),
          'text-color': ['case', ['get', 'emphasis'], tokens.accent, thin],
        },
      },
    ],
    origins: [
      {
        id: 'origin-halo',
        type: 'circle',
        source: sourceIds.origins,
        filter: ['==', ['get', 'role'], 'origin'],
        layout: { visibility },
        paint: { 'circle-radius': growing(0, 15), 'circle-color': tokens.accent, 'circle-opacity': 0.18 },
      },
      {
        id: 'origin-pin',
        type: 'circle',
        source: sourceIds.origins,
        layout: { visibility },
        paint: {
          'circle-radius': growing(
            ['case', ['==', ['get', 'role'], 'origin'], 3, 2.5],
            ['case', ['==', ['get', 'role'], 'origin'], 6.5, 5],
          ),
          'circle-color': ['case', ['==', ['get', 'role'], 'origin'], tokens.accent, tokens.paper],
          'circle-stroke-color': ['case', ['==', ['get', 'role'], 'origin'], tokens.paper, tokens.ink],
          'circle-stroke-width': growing(1.2, 2.5),
        },
      },
      {
        id: 'origin-labels',
        type: 'symbol',
        source: sourceIds.origins,
        layout: {
          visibility,
          // Unseen (the pin is a circle): it keeps the pin's room, which circles do not.
          'icon-image': dotImageId,
          'icon-size': 1.4,
          'icon-allow-overlap': true,
          'text-field': ['get', 'name'],
          'text-font': [...fontStacks.bold],
          'text-size': 13,
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 1,
          'text-justify': 'auto',
        },
        paint: { ...labelPaint(tokens.accent, tokens.paper, 2.4), 'icon-opacity': 0, 'text-halo-blur': 0 },
      },
    ],
  };
}
