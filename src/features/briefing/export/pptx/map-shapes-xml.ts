import { textWidth } from '#map/text-layout.ts';
import type { MapLanguage } from '#map/layers/map-model.ts';
import type { DrawnItem, DrawnLayer, DrawnPath } from './drawn-map.ts';
import {
  colourXml,
  emu,
  fillXml,
  groupXml,
  lineXml,
  offsetXml,
  propertiesXml,
  runXml,
  shapeXml,
} from './drawing-xml.ts';
import type { Box } from './slide-layout.ts';
import { el, type Markup } from './xml.ts';

/** A map as shapes, with what they are called. */
export interface MapShapes {
  readonly layers: readonly DrawnLayer[];
  /** Size of the map that the shapes are drawn on, pixels. */
  readonly width: number;
  readonly height: number;
  readonly language: MapLanguage;
  /** Names of units and regions by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Lines of the hatch of areas without data. */
  readonly hatch: string;
}

/** How a layer's picture (a travel-time surface) gets into the file: its markup, from a data URL. */
export type PlaceImage = (href: string, name: string, box: Box, id: number) => Markup;

const pointsPerInch = 72;
/** Steps of a shape's own coordinates in a pixel: d3 writes one decimal. */
const stepsPerPixel = 10;

/** The map as one group of groups, a layer each; regions and units are shapes of their own, with their names. */
export function mapShapesXml(
  shapes: MapShapes,
  box: Box,
  described: { readonly name: string; readonly description: string },
  nextId: () => number,
  placeImage: PlaceImage,
): Markup {
  const scale = box.w / shapes.width;
  const place = (item: DrawnItem): Markup => {
    const id = nextId();
    switch (item.kind) {
      case 'path':
        return pathXml(item, shapes, box, scale, id);
      case 'dot': {
        const r = item.radius * scale;
        return shapeXml(
          { id, name: '' },
          { x: box.x + item.at[0] * scale - r, y: box.y + item.at[1] * scale - r, w: 2 * r, h: 2 * r },
          'ellipse',
          item.fill === null ? fillXml(null) : fillXml(item.fill.colour, item.fill.opacity),
          lineXml(
            item.line === null
              ? null
              : { ...item.line, widthPoints: item.line.width * scale * pointsPerInch },
          ),
        );
      }
      case 'image':
        return placeImage(
          item.href,
          'surface',
          {
            x: box.x + item.at[0] * scale,
            y: box.y + item.at[1] * scale,
            w: item.width * scale,
            h: item.height * scale,
          },
          id,
        );
      case 'text':
        return labelXml(item, shapes.language, box, scale, id);
    }
    return item satisfies never;
  };
  const id = nextId();
  const groups = shapes.layers.map((layer) =>
    groupXml({ id: nextId(), name: layer.id }, box, layer.items.map(place)),
  );
  return groupXml({ id, ...described }, box, groups);
}

function pathXml(
  { id: unit, strokes, fill, line }: DrawnPath,
  { names, hatch }: MapShapes,
  box: Box,
  scale: number,
  id: number,
): Markup {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { points } of strokes)
    for (const [x, y] of points) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  const point = ([x, y]: readonly [number, number]) =>
    `<a:pt x="${Math.round((x - left) * stepsPerPixel)}" y="${Math.round((y - top) * stepsPerPixel)}"/>`;
  const commands = strokes.flatMap(({ points: [first, ...rest], isClosed }) =>
    first === undefined
      ? []
      : [
          `<a:moveTo>${point(first)}</a:moveTo>`,
          ...rest.map((each) => `<a:lnTo>${point(each)}</a:lnTo>`),
          isClosed ? '<a:close/>' : '',
        ],
  );
  const filling =
    fill === null
      ? fillXml(null)
      : fill === 'hatch'
        ? el(
            'a:pattFill',
            { prst: 'wdUpDiag' },
            el('a:fgClr', {}, colourXml(hatch)),
            el('a:bgClr', {}, colourXml('bg1')),
          )
        : fillXml(fill.colour, fill.opacity);
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      propertiesXml({ id, name: unit === null ? '' : (names.get(unit) ?? unit) }),
      el('p:cNvSpPr', {}),
      el('p:nvPr', {}),
    ),
    el(
      'p:spPr',
      {},
      offsetXml('a:xfrm', {
        x: box.x + left * scale,
        y: box.y + top * scale,
        w: (right - left) * scale,
        h: (bottom - top) * scale,
      }),
      el(
        'a:custGeom',
        {},
        el('a:avLst', {}),
        el('a:gdLst', {}),
        el('a:ahLst', {}),
        el('a:cxnLst', {}),
        el('a:rect', { l: 'l', t: 't', r: 'r', b: 'b' }),
        el(
          'a:pathLst',
          {},
          el(
            'a:path',
            {
              w: Math.max(1, Math.round((right - left) * stepsPerPixel)),
              h: Math.max(1, Math.round((bottom - top) * stepsPerPixel)),
              fill: fill === null ? 'none' : undefined,
            },
            ...commands,
          ),
        ),
      ),
      filling,
      lineXml(line === null ? null : { ...line, widthPoints: line.width * scale * pointsPerInch }),
    ),
  );
}

function labelXml(
  text: Extract<DrawnItem, { kind: 'text' }>,
  language: MapLanguage,
  box: Box,
  scale: number,
  id: number,
): Markup {
  const { lines, anchor, angleDegrees } = text;
  const size = text.size * scale * pointsPerInch;
  // Wider than the estimate, so that no reader breaks a name.
  const w = (Math.max(...lines.map((line) => textWidth(line, size))) / pointsPerInch) * 1.25 + 0.04;
  const h = (lines.length * size * 1.2) / pointsPerInch;
  const [x, y] = [box.x + text.at[0] * scale, box.y + text.at[1] * scale];
  const left = anchor === 'start' ? x : anchor === 'end' ? x - w : x - w / 2;
  const top = y - (size * 0.95) / pointsPerInch;
  const align = anchor === 'start' ? 'l' : anchor === 'end' ? 'r' : 'ctr';
  const look = { size, bold: text.isBold, italic: text.isItalic, colour: text.colour, halo: text.halo };
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      propertiesXml({ id, name: lines.join(' ') }),
      el('p:cNvSpPr', { txBox: true }),
      el('p:nvPr', {}),
    ),
    el(
      'p:spPr',
      {},
      el(
        'a:xfrm',
        { rot: angleDegrees === 0 ? undefined : Math.round(((angleDegrees + 360) % 360) * 60_000) },
        el('a:off', { x: emu(left), y: emu(top) }),
        el('a:ext', { cx: emu(w), cy: emu(h) }),
      ),
      el('a:prstGeom', { prst: 'rect' }, el('a:avLst', {})),
      fillXml(null),
    ),
    el(
      'p:txBody',
      {},
      el('a:bodyPr', { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 't' }),
      el('a:lstStyle', {}),
      ...lines.map((line) =>
        el('a:p', {}, el('a:pPr', { algn: align }), runXml({ language, text: line }, look)),
      ),
    ),
  );
}
