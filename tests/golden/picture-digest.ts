/** What a layer of a vector map shows: marks by colour (how many, their area and length in pixels) and its words. */
export interface LayerDigest {
  readonly marks?: Readonly<Record<string, string>>;
  readonly words?: string;
}

/** Three digits: another curve counts, the last bit of a sine does not. */
const rounded = (value: number): number => Number(value.toPrecision(3));

/** Area (of all rings, without sign) and length of a path of moves, lines and closings. */
function measure(path: string): { readonly area: number; readonly length: number } {
  let area = 0;
  let length = 0;
  for (const ring of path.split('M').slice(1)) {
    const points = [...ring.matchAll(/(-?[\d.]+(?:e-?\d+)?)[ ,](-?[\d.]+(?:e-?\d+)?)/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    let twice = 0;
    for (const [at, [x, y]] of points.entries()) {
      const [beforeX, beforeY] = points[at - 1] ?? (ring.includes('Z') ? points.at(-1) : undefined) ?? [x, y];
      twice += beforeX * y - x * beforeY;
      length += Math.hypot(x - beforeX, y - beforeY);
    }
    area += Math.abs(twice) / 2;
  }
  return { area, length };
}

interface Layer {
  readonly marks: Map<string, { readonly count: number; readonly area: number; readonly length: number }>;
  readonly words: string[];
}

function digestOf({ marks, words }: Layer): LayerDigest {
  const sizes = [...marks].map(([colour, { count, area, length }]) => [
    colour,
    `${count} marks, ${rounded(area)} px², ${rounded(length)} px`,
  ]);
  return {
    ...(sizes.length === 0 ? {} : { marks: Object.fromEntries(sizes) as Record<string, string> }),
    ...(words.length === 0 ? {} : { words: words.join(' ') }),
  };
}

/** The layers of a vector sheet's map by id, bottom to top; what has no layer of its own counts to the one around it. */
export function pictureDigest(svg: string): Readonly<Record<string, LayerDigest>> {
  const layers = new Map<string, Layer>();
  const open: string[] = [];
  for (const [, closing, tag = '', attributes = '', text = ''] of svg.matchAll(
    /<(\/?)(g|path|circle|rect|line|text)\b([^>]*)>([^<]*)/g,
  )) {
    if (tag === 'g') {
      const id = / id="([^"]*)"/.exec(attributes)?.[1];
      if (closing === '/') open.pop();
      else open.push(id ?? open.at(-1) ?? '');
    }
    const id = open.at(-1) ?? '';
    if (tag === 'g' || closing === '/' || id === '' || open[0] !== 'map') continue;
    const layer: Layer = layers.get(id) ?? { marks: new Map(), words: [] };
    layers.set(id, layer);
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    if (tag === 'text') {
      if (attribute('class') !== 'halo') layer.words.push(text);
      continue;
    }
    const colour = `${attribute('fill')}/${attribute('stroke')}`;
    const { count, area, length } = layer.marks.get(colour) ?? { count: 0, area: 0, length: 0 };
    const size = measure(attribute('d'));
    layer.marks.set(colour, { count: count + 1, area: area + size.area, length: length + size.length });
  }
  return Object.fromEntries([...layers].map(([id, layer]) => [id, digestOf(layer)]));
}
