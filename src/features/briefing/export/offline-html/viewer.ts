import '#core/language/copying-array-methods.ts';
import { scaleBarWords } from '#map/layers/map-view.ts';
import { lineParts } from './line-parts.ts';
import type { OfflineData } from './offline-html.ts';
import {
  movedBy,
  roundLength,
  transformOf,
  UNMOVED,
  zoomedBy,
  type FrameBox,
  type MapPlace,
} from './pan-zoom.ts';
import type { SceneFacts } from './scene-facts.ts';

/** How much a key or button zooms. */
const STEP = 1.5;

const data = JSON.parse(document.querySelector('#briefing')?.textContent ?? '{}') as OfflineData;
const { words, language } = data;
const scenes = [...document.querySelectorAll<HTMLElement>('.scene')];

const hint = document.createElement('div');
hint.id = 'hint';
hint.hidden = true;
document.body.append(hint);

function sayFacts(lines: readonly (readonly string[])[], x: number, y: number): void {
  hint.hidden = lines.length === 0;
  hint.replaceChildren(
    ...lines.flatMap(([name = '', ...rest]) => {
      const title = document.createElement('b');
      title.textContent = name;
      return [
        title,
        ...rest.map((line) => Object.assign(document.createElement('span'), { textContent: line })),
      ];
    }),
  );
  hint.style.left = `${Math.min(x + 14, innerWidth - hint.offsetWidth - 8)}px`;
  hint.style.top = `${Math.min(y + 14, innerHeight - hint.offsetHeight - 8)}px`;
}

/** Facts of the areas under the pointer, the topmost first, each once. */
function factsAt(facts: SceneFacts, x: number, y: number): readonly (readonly string[])[] {
  const ids = document
    .elementsFromPoint(x, y)
    .map((element) => element.getAttribute('data-id'))
    .filter((id) => id !== null);
  return [...new Set(ids)].flatMap((id) => (Object.hasOwn(facts, id) ? [facts[id] ?? []] : [])).slice(0, 3);
}

function numberOf(element: Element | null, name: string): number {
  return Number(element?.getAttribute(name) ?? 0);
}

/** Lays the parts of a map's long lines beside one another, in the place of one path each. */
function partLines(map: Element): void {
  for (const path of map.querySelectorAll('path[fill="none"][d]')) {
    const parts = lineParts(path.getAttribute('d') ?? '');
    if (parts.length < 2) continue;
    path.replaceWith(
      ...parts.map((d) => {
        const part = path.cloneNode() as Element;
        part.setAttribute('d', d);
        return part;
      }),
    );
  }
}

/** A page too narrow for the sheet: the map alone is as wide as it, key, sources and credits stand beneath. */
const narrow = matchMedia('screen and (width <= 640px)');

/** Size of names on a phone beside that on the sheet: hardly readable over the whole map, readable as one looks closer. */
function nameScale(zoom: number): number {
  return Math.min(2.6, 1.4 + 0.5 * (zoom - 1));
}

/** Title, note, key, sources and credits of a sheet as parts of the page, over and under its map: on the sheet they are drawn around it. */
function partsBeside(scene: HTMLElement, svg: SVGSVGElement): readonly HTMLElement[] {
  const beneath = document.createElement('div');
  beneath.className = 'key';
  const legend = svg.querySelector('[id$="-legend"]');
  const column = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  if (legend !== null) {
    const copy = legend.cloneNode(true) as Element;
    for (const each of [copy, ...copy.querySelectorAll('[id]')]) each.removeAttribute('id');
    column.append(copy);
  }
  const credits = document.createElement('small');
  credits.textContent = [...svg.querySelectorAll('[id$="-credits"] text')]
    .map(({ textContent }) => textContent)
    .join(' · ');
  beneath.append(column, credits);
  svg.parentElement?.after(beneath);
  const title = document.createElement('h2');
  title.textContent = scene.getAttribute('aria-label');
  const note = document.createElement('div');
  // A longer one stands beneath anyway.
  note.textContent = [
    ...(scene.querySelector(':scope > p') === null
      ? svg.querySelectorAll('[id$="-title"] text:not([font-weight])')
      : []),
  ]
    .map(({ textContent }) => textContent)
    .join(' ');
  const above = document.createElement('div');
  above.className = 'key';
  above.append(title, note);
  svg.parentElement?.before(above);
  // What is not shown has no size yet. Once is enough: its letters measure a little otherwise at every size, without end.
  const seen = new ResizeObserver(() => {
    const { x, y, width, height } = column.getBBox();
    if (width === 0) return;
    column.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
    seen.disconnect();
  });
  seen.observe(scene);
  return [above, beneath];
}

/** Makes the map of a scene movable; gives what the buttons and keys call. */
function explorable(scene: HTMLElement, facts: SceneFacts): (change: 'in' | 'out' | 'whole') => void {
  const figure = scene.querySelector<HTMLElement>('.map');
  const svg = figure?.querySelector<SVGSVGElement>('svg');
  const map = svg?.querySelector('[id$="-map"]');
  const frameShape = map?.querySelector('clipPath rect');
  const content = map?.querySelector(':scope > g');
  if (!figure || !svg || !map || !frameShape || !content) return () => undefined;
  const frame: FrameBox = {
    x: numberOf(frameShape, 'x'),
    y: numberOf(frameShape, 'y'),
    width: numberOf(frameShape, 'width'),
    height: numberOf(frameShape, 'height'),
  };
  partLines(content);
  const base = content.getAttribute('transform') ?? '';
  const texts = [...content.querySelectorAll('text')].map((text) => ({
    text,
    own: text.getAttribute('transform') ?? '',
    x: numberOf(text, 'x'),
    y: numberOf(text, 'y'),
  }));
  const dots = [...content.querySelectorAll('circle')].map((dot) => ({ dot, radius: numberOf(dot, 'r') }));
  const bar = svg.querySelector('[id$="-scale-bar"]');
  const [barMetres, barPixels] = [numberOf(bar, 'data-metres'), numberOf(bar, 'data-pixels')];
  let place: MapPlace = UNMOVED;
  const parts = partsBeside(scene, svg);

  const whole: FrameBox = { x: 0, y: 0, width: numberOf(svg, 'width'), height: numberOf(svg, 'height') };

  const fit = () => {
    const { x, y, width, height } = narrow.matches ? frame : whole;
    svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
    for (const part of parts) part.hidden = !narrow.matches;
  };
  const draw = () => {
    const { zoom } = place;
    svg.classList.toggle('zoomed', zoom !== 1);
    content.setAttribute('transform', `${transformOf(place, frame)} ${base}`);
    // Names and dots keep their size, so that they come apart as one looks closer; on a phone names grow meanwhile.
    const scale = (narrow.matches ? nameScale(zoom) : 1) / zoom;
    for (const { text, own, x, y } of texts)
      text.setAttribute(
        'transform',
        `translate(${x} ${y}) scale(${scale}) translate(${-x} ${-y}) ${own}`.trim(),
      );
    for (const { dot, radius } of dots) dot.setAttribute('r', String(radius / zoom));
    if (bar !== null && barMetres > 0) {
      const metres = roundLength(barMetres / zoom);
      const pixels = (metres / barMetres) * zoom * barPixels;
      bar.querySelector('path')?.setAttribute('d', `M0 -6V0H${pixels}V-6M${pixels / 2} -3V0`);
      const label = bar.querySelector('text');
      label?.setAttribute('x', String(pixels + 8));
      if (label !== null) label.textContent = scaleBarWords(metres, language);
    }
    figure.dataset['zoom'] = zoom.toFixed(2);
  };
  const sheetPoint = (x: number, y: number) =>
    new DOMPoint(x, y).matrixTransform(svg.getScreenCTM()?.inverse());
  const zoomAt = (factor: number, x: number, y: number) => {
    const at = sheetPoint(x, y);
    place = zoomedBy(place, factor, at.x, at.y, frame);
    draw();
  };

  svg.addEventListener(
    'wheel',
    (event) => {
      // The whole map cannot be made smaller, and who reads further down goes back up first: then the page is what moves.
      if (!event.ctrlKey && place.zoom === 1 && (event.deltaY > 0 || scrollY > 0)) return;
      event.preventDefault();
      zoomAt(Math.exp(-event.deltaY / 400), event.clientX, event.clientY);
    },
    { passive: false },
  );
  const pointers = new Map<number, { readonly x: number; readonly y: number }>();
  svg.addEventListener('pointerdown', (event) => {
    svg.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    figure.classList.add('dragged');
  });
  svg.addEventListener('pointermove', (event) => {
    const now = { x: event.clientX, y: event.clientY };
    const before = pointers.get(event.pointerId);
    if (before === undefined) {
      sayFacts(factsAt(facts, now.x, now.y), now.x, now.y);
      return;
    }
    hint.hidden = true;
    pointers.set(event.pointerId, now);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) {
      const [from, to] = [sheetPoint(before.x, before.y), sheetPoint(now.x, now.y)];
      place = movedBy(place, to.x - from.x, to.y - from.y, frame);
      draw();
    } else {
      const spread = (at: { readonly x: number; readonly y: number }) =>
        Math.max(1, Math.hypot(at.x - other.x, at.y - other.y));
      zoomAt(spread(now) / spread(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
    }
  });
  const release = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    if (pointers.size === 0) figure.classList.remove('dragged');
  };
  svg.addEventListener('pointerup', (event) => {
    release(event);
    // A finger has no pointer that hovers: touching says what is there.
    if (event.pointerType === 'touch')
      sayFacts(factsAt(facts, event.clientX, event.clientY), event.clientX, event.clientY);
  });
  svg.addEventListener('pointercancel', release);
  svg.addEventListener('pointerleave', () => (hint.hidden = true));
  narrow.addEventListener('change', () => {
    fit();
    draw();
  });
  fit();
  draw();

  return (change) => {
    if (change === 'whole') place = UNMOVED;
    else {
      const factor = change === 'in' ? STEP : 1 / STEP;
      place = zoomedBy(place, factor, frame.x + frame.width / 2, frame.y + frame.height / 2, frame);
    }
    draw();
  };
}

const zoomers = scenes.map((scene, index) => explorable(scene, data.facts[index] ?? {}));
let shown = 0;

function button(label: string, sign: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.title = label;
  made.setAttribute('aria-label', label);
  made.textContent = sign;
  made.addEventListener('click', act);
  return made;
}

const position = document.createElement('output');
const previous = button(words.previous, '‹', () => show(shown - 1));
const next = button(words.next, '›', () => show(shown + 1));

function show(index: number): void {
  const now = Math.min(scenes.length - 1, Math.max(0, index));
  // Another scene begins at its map, however far one had read.
  if (now !== shown) scrollTo(0, 0);
  shown = now;
  hint.hidden = true;
  scenes.forEach((scene, each) => scene.classList.toggle('shown', each === shown));
  position.textContent = words.position
    .replace('{number}', String(shown + 1))
    .replace('{total}', String(scenes.length));
  previous.disabled = shown === 0;
  next.disabled = shown === scenes.length - 1;
}

document.querySelector('#controls')?.append(
  button(words.zoomOut, '−', () => zoomers[shown]?.('out')),
  button(words.whole, '⤢', () => zoomers[shown]?.('whole')),
  button(words.zoomIn, '+', () => zoomers[shown]?.('in')),
  previous,
  position,
  next,
);
position.title = words.keys;

const keys: Readonly<Record<string, () => void>> = {
  ArrowRight: () => show(shown + 1),
  PageDown: () => show(shown + 1),
  ArrowLeft: () => show(shown - 1),
  PageUp: () => show(shown - 1),
  Home: () => show(0),
  End: () => show(scenes.length - 1),
  '+': () => zoomers[shown]?.('in'),
  '=': () => zoomers[shown]?.('in'),
  '-': () => zoomers[shown]?.('out'),
  '0': () => zoomers[shown]?.('whole'),
};
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]?.();
});

// Paper has no hand to open a table.
const tables = [...document.querySelectorAll('details')];
let closed: readonly HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  closed = tables.filter(({ open }) => !open);
  for (const table of closed) table.open = true;
});
addEventListener('afterprint', () => {
  for (const table of closed) table.open = false;
});

document.body.classList.add('live');
show(0);
