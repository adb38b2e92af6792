import { Children, isValidElement, type ReactNode } from 'react';

/** A line or area in pixels of the map; each list of points is one ring or stroke. */
export interface DrawnPath {
  readonly kind: 'path';
  /** Of the unit or region, where it is one. */
  readonly id: string | null;
  readonly strokes: readonly Stroke[];
  readonly fill: Ink | 'hatch' | null;
  readonly line: (Ink & { readonly width: number; readonly isDashed: boolean }) | null;
}

interface Stroke {
  readonly points: readonly Point[];
  readonly isClosed: boolean;
}

type Point = readonly [x: number, y: number];

/** `#rrggbb` and opacity, 0–1. */
interface Ink {
  readonly colour: string;
  readonly opacity: number;
}

interface DrawnDot {
  readonly kind: 'dot';
  readonly at: Point;
  readonly radius: number;
  readonly fill: Ink | null;
  readonly line: (Ink & { readonly width: number }) | null;
}

interface DrawnText {
  readonly kind: 'text';
  readonly lines: readonly string[];
  /** Middle, left or right end of the first baseline. */
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly angleDegrees: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly colour: string;
  readonly halo: string | null;
}

interface DrawnImage {
  readonly kind: 'image';
  readonly at: Point;
  readonly width: number;
  readonly height: number;
  /** Data URL. */
  readonly href: string;
  readonly opacity: number;
}

export type DrawnItem = DrawnPath | DrawnDot | DrawnText | DrawnImage;

/** One layer of the map, bottom first. */
export interface DrawnLayer {
  readonly id: string;
  readonly items: readonly DrawnItem[];
}

type Props = Readonly<Record<string, unknown>>;

/** Points closer than this to the last one are left out, pixels: a tenth of a millimetre on a slide. */
const smallestStep = 0.8;

/** `M1,2L3,4Z…` as d3 writes it: moves, straight lines and closings only. */
function strokesOf(d: string): readonly Stroke[] {
  return d
    .split('M')
    .slice(1)
    .flatMap((part): Stroke[] => {
      const all = part
        .replace('Z', '')
        .split('L')
        .map((pair): Point => {
          const [x = '0', y = '0'] = pair.split(',');
          return [Number(x), Number(y)];
        });
      const points = thinned(all);
      return points.length < 2 ? [] : [{ points, isClosed: part.includes('Z') }];
    });
}

function thinned(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const [at, point] of points.entries()) {
    const last = kept.at(-1);
    const isEnd = at === points.length - 1;
    if (last === undefined || isEnd || Math.hypot(point[0] - last[0], point[1] - last[1]) >= smallestStep)
      kept.push(point);
  }
  return kept;
}

const numberOf = (props: Props, name: string, fallback: number): number =>
  typeof props[name] === 'number' ? props[name] : fallback;
const textOf = (props: Props, name: string): string | null =>
  typeof props[name] === 'string' ? props[name] : null;

function inkOf(props: Props, name: 'fill' | 'stroke'): Ink | null {
  const colour = textOf(props, name);
  return colour === null || !colour.startsWith('#')
    ? null
    : { colour, opacity: numberOf(props, `${name}Opacity`, 1) };
}

function strokeOf(props: Props): DrawnPath['line'] {
  const ink = inkOf(props, 'stroke');
  return ink === null
    ? null
    : {
        ...ink,
        width: numberOf(props, 'strokeWidth', 1),
        isDashed: textOf(props, 'strokeDasharray') !== null,
      };
}

function pathOf(props: Props): readonly DrawnItem[] {
  const strokes = strokesOf(textOf(props, 'd') ?? '');
  const fill = textOf(props, 'fill')?.startsWith('url(') === true ? 'hatch' : inkOf(props, 'fill');
  return strokes.length === 0
    ? []
    : [{ kind: 'path', id: textOf(props, 'data-id'), strokes, fill, line: strokeOf(props) }];
}

function wordsOf(children: ReactNode): readonly string[] {
  const parts = Children.toArray(children);
  return parts.every((part) => typeof part === 'string')
    ? [parts.join('')]
    : parts.map((part) => (isValidElement<Props>(part) ? String(part.props['children']) : ''));
}

function labelOf(props: Props, halo: string | null): DrawnItem {
  const rotation = /^rotate\((-?[\d.]+)/.exec(textOf(props, 'transform') ?? '')?.[1];
  const anchor = textOf(props, 'textAnchor');
  return {
    kind: 'text',
    lines: wordsOf(props['children'] as ReactNode),
    at: [numberOf(props, 'x', 0), numberOf(props, 'y', 0)],
    anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
    angleDegrees: rotation === undefined ? 0 : Number(rotation),
    size: numberOf(props, 'fontSize', 12),
    isBold: numberOf(props, 'fontWeight', 400) > 500,
    isItalic: textOf(props, 'fontStyle') === 'italic',
    colour: textOf(props, 'fill') ?? '#000000',
    halo,
  };
}

/** What a group says for all in it. */
const inherited: ReadonlySet<string> = new Set([
  'fill',
  'stroke',
  'strokeWidth',
  'strokeOpacity',
  'strokeDasharray',
  'textAnchor',
  'fontSize',
  'fontWeight',
  'fontStyle',
]);

/** Shapes beneath an element of the drawing; what a group says of strokes holds for those in it. */
function itemsOf(node: ReactNode, outer: Props): readonly DrawnItem[] {
  // A halo is the same words in outline, drawn before them.
  let halo: string | null = null;
  return Children.toArray(node).flatMap((child): readonly DrawnItem[] => {
    if (!isValidElement<Props>(child)) return [];
    const props: Props = { ...outer, ...definedOf(child.props) };
    switch (child.type) {
      case 'path':
        return pathOf(props);
      case 'rect': {
        const [w, h] = [numberOf(props, 'width', 0), numberOf(props, 'height', 0)];
        return pathOf({ ...props, d: `M0,0L${w},0L${w},${h}L0,${h}Z` });
      }
      case 'circle':
        return [
          {
            kind: 'dot',
            at: [numberOf(props, 'cx', 0), numberOf(props, 'cy', 0)],
            radius: numberOf(props, 'r', 1),
            fill: inkOf(props, 'fill'),
            line: strokeOf(props),
          },
        ];
      case 'text':
        if (props['className'] === 'halo') {
          halo = textOf(props, 'stroke');
          return [];
        }
        return [labelOf(props, halo)];
      case 'image':
        return [
          {
            kind: 'image',
            at: [numberOf(props, 'x', 0), numberOf(props, 'y', 0)],
            width: numberOf(props, 'width', 0),
            height: numberOf(props, 'height', 0),
            href: textOf(props, 'href') ?? '',
            opacity: numberOf(props, 'opacity', 1),
          },
        ];
      case 'pattern':
        return [];
      default: {
        const handedOn = Object.entries(props).filter(([name]) => inherited.has(name));
        return itemsOf(child.props['children'] as ReactNode, Object.fromEntries(handedOn));
      }
    }
  });
}

function definedOf(props: Props): Props {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
}

/** The drawing that the SVG sheet is made of, as shapes by layer: the same features, in the same places. */
export function drawnLayers(drawing: ReactNode): readonly DrawnLayer[] {
  return flat(drawing).flatMap((node) => {
    if (!isValidElement<Props>(node) || node.type === 'pattern') return [];
    const items = itemsOf([node], {});
    const id = textOf(node.props, 'id') ?? '';
    return items.length === 0 ? [] : [{ id, items }];
  });
}

/** Groups at the top, fragments opened. */
function flat(node: ReactNode): readonly ReactNode[] {
  return Children.toArray(node).flatMap((child) =>
    isValidElement<Props>(child) && typeof child.type === 'symbol'
      ? flat(child.props['children'] as ReactNode)
      : [child],
  );
}

/** Points of all paths, which is what makes a slide of shapes slow. */
export function countPoints(layers: readonly DrawnLayer[]): number {
  return layers.reduce(
    (sum, { items }) =>
      sum +
      items.reduce(
        (own, item) =>
          own + (item.kind === 'path' ? item.strokes.reduce((n, { points }) => n + points.length, 0) : 1),
        0,
      ),
    0,
  );
}
