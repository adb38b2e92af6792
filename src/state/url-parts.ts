import type { DimensionId } from '#core/indicators/indicator.ts';
import { DEFAULT_DOCUMENT, DEFAULT_LAYERS } from './default-document.ts';
import { equalData } from './equal-data.ts';
import {
  LAYER_TOGGLES,
  type CircleOrigin,
  type CirclesState,
  type ExplainedStep,
  type IntegrationState,
  type LayerToggle,
  type ProjectDocument,
  type Selection,
  type ShownMeasure,
  type ViewState,
} from './project-document.ts';
import { decodeScenario, encodeScenario } from './url-scenario.ts';
import { readStructureLook, writeStructureLook } from './url-structure.ts';

/**
 * One `key=value` of a link. `write` gives `null` where the document has the default; `read` gives the document
 * with the part put in (not yet checked against the schema), or `null` where the text has the wrong form.
 */
export interface UrlPart {
  readonly key: string;
  readonly write: (document: ProjectDocument) => string | null;
  readonly read: (text: string, document: ProjectDocument) => ProjectDocument | null;
}

const standard = DEFAULT_DOCUMENT;

/** A number as the text has it; NaN (which no schema takes) if it has none. */
function toNumber(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text);
}

function split(text: string, separator: string): readonly string[] {
  return text === '' ? [] : text.split(separator);
}

/** Ids of own indicators and regions hold the colon that separates parts of a value. */
const inLink = (id: string) => id.replace(':', '~');
const fromLink = (text: string) => text.replace('~', ':');

/** `a:1,b:2/3` ⇄ record of numbers and lists of numbers. */
function readRecord(text: string): Record<string, number | number[]> {
  const entries = split(text, ',').map((entry): [string, number | number[]] => {
    const [key = '', value = ''] = entry.split(':');
    const numbers = value.split('/').map(toNumber);
    return [fromLink(key), numbers.length === 1 ? (numbers[0] ?? Number.NaN) : numbers];
  });
  return Object.fromEntries(entries);
}

function writeRecord(record: Readonly<Record<string, number | readonly number[]>>): string {
  return Object.entries(record)
    .map(([key, value]) => `${inLink(key)}:${typeof value === 'number' ? value : value.join('/')}`)
    .join(',');
}

function viewPart<Key extends keyof ViewState>(
  key: string,
  property: Key,
  write: (value: ViewState[Key]) => string,
  read: (text: string) => unknown,
): UrlPart {
  return {
    key,
    write: ({ view }) => (equalData(view[property], standard.view[property]) ? null : write(view[property])),
    read: (text, document) => ({ ...document, view: { ...document.view, [property]: read(text) } }),
  };
}

function integrationPart<Key extends keyof IntegrationState>(
  key: string,
  property: Key,
  write: (value: IntegrationState[Key]) => string,
  read: (text: string) => unknown,
): UrlPart {
  return {
    key,
    write: ({ integration }) =>
      equalData(integration[property], standard.integration[property]) ? null : write(integration[property]),
    read: (text, document) => ({
      ...document,
      integration: { ...document.integration, [property]: read(text) },
    }),
  };
}

function circlesPart<Key extends keyof CirclesState>(
  key: string,
  property: Key,
  write: (value: CirclesState[Key]) => string,
  read: (text: string) => unknown,
): UrlPart {
  return {
    key,
    write: ({ circles }) =>
      equalData(circles[property], standard.circles[property]) ? null : write(circles[property]),
    read: (text, document) => ({ ...document, circles: { ...document.circles, [property]: read(text) } }),
  };
}

/** Coordinates of links: five decimals are about one metre. */
function coordinate(value: number): string {
  return String(Math.round(value * 1e5) / 1e5);
}

function writeSelection(selection: Selection): string {
  switch (selection.kind) {
    case 'none':
      return 'none';
    case 'region':
      return `region:${selection.regionId}`;
    case 'unit':
      return `unit:${selection.adcode}`;
    case 'line':
      return `line:${selection.lineId}`;
    case 'link':
      return `link:${selection.linkId}`;
    case 'station':
      return `station:${selection.name}`;
    case 'point':
      return `point:${selection.at.map(coordinate).join(',')}`;
  }
  return selection satisfies never;
}

function readSelection(text: string): unknown {
  const colon = text.indexOf(':');
  const kind = colon < 0 ? text : text.slice(0, colon);
  const rest = colon < 0 ? '' : text.slice(colon + 1);
  const keys: Readonly<Record<string, string>> = {
    region: 'regionId',
    unit: 'adcode',
    line: 'lineId',
    link: 'linkId',
    station: 'name',
  };
  if (kind === 'point') return { kind, at: rest.split(',').map(toNumber) };
  const key = Object.hasOwn(keys, kind) ? keys[kind] : undefined;
  return key === undefined ? { kind } : { kind, [key]: rest };
}

function writeShown(shown: ShownMeasure): string {
  if (shown.kind === 'composite') return 'composite';
  const id = inLink(shown.id);
  if (shown.kind === 'change') return `change:${id}:${shown.fromYear}:${shown.level}`;
  return shown.kind === 'value' ? `value:${id}:${shown.level}` : `${shown.kind}:${id}`;
}

function readShown(text: string): unknown {
  const [kind = '', written, third, fourth] = text.split(':');
  if (kind === 'composite') return { kind };
  const id = written === undefined ? undefined : fromLink(written);
  if (kind === 'value') return { kind, id, level: third };
  if (kind === 'change') return { kind, id, fromYear: toNumber(third), level: fourth ?? 'agglomeration' };
  return { kind, id: id as DimensionId };
}

function writeStep(step: ExplainedStep | null): string {
  if (step === null) return 'none';
  const node = inLink(step.node);
  return step.member === null ? node : `${node}:${step.member}`;
}

function readStep(text: string): unknown {
  const [node = '', member] = text.split(':');
  return node === 'none' ? null : { node: fromLink(node), member: member ?? null };
}

function writeOrigin(origin: CircleOrigin): string {
  if (origin.kind === 'unit') return origin.adcode;
  return `${origin.at.map(coordinate).join(',')}:${origin.label.replaceAll('~', ' ')}`;
}

function readOrigin(text: string): unknown {
  if (/^\d{6}$/.test(text)) return { kind: 'unit', adcode: text };
  const colon = text.indexOf(':');
  const position = colon < 0 ? text : text.slice(0, colon);
  return {
    kind: 'point',
    at: position.split(',').map(toNumber),
    label: colon < 0 ? '' : text.slice(colon + 1),
  };
}

/** Layers of the shown workspace that differ from its defaults in one direction. */
function layersPart(key: 'on' | 'off', visible: boolean): UrlPart {
  return {
    key,
    write: ({ view }) => {
      const shown = view.layers[view.workspace];
      const usual = DEFAULT_LAYERS[view.workspace];
      const differing = LAYER_TOGGLES.filter((layer) => shown[layer] === visible && usual[layer] !== visible);
      return differing.length === 0 ? null : differing.join(',');
    },
    read: (text, document) => {
      const { workspace, layers } = document.view;
      const names = split(text, ',');
      if (!names.every((name): name is LayerToggle => (LAYER_TOGGLES as readonly string[]).includes(name)))
        return null;
      const changed = Object.fromEntries(names.map((name) => [name, visible]));
      return {
        ...document,
        view: { ...document.view, layers: { ...layers, [workspace]: { ...layers[workspace], ...changed } } },
      };
    },
  };
}

const switchText = (value: boolean) => (value ? '1' : '0');
const readSwitch = (text: string) => (text === '1' ? true : text === '0' ? false : text);
const list = (values: readonly (string | number)[]) => values.join(',');
const texts = (text: string) => split(text, ',');
const numbers = (text: string) => split(text, ',').map(toNumber);

const OPTION_SWITCHES: ReadonlySet<string> = new Set(['useR', 'useLevel']);
/** Options with a part of their own. */
const OPTIONS_APART: ReadonlySet<string> = new Set(['weights', 'without']);
const OPTION_NUMBERS: ReadonlySet<string> = new Set(['ddof', 'coverageThreshold', 'yearWindow']);

/** Options of the score that differ from the standard, without the weights and what is left out: `scope:indicator,ddof:1,useR:0`. */
const optionsPart: UrlPart = {
  key: 'opt',
  write: ({ integration: { options } }) => {
    const differing = Object.entries(options).filter(
      ([key, value]) =>
        !OPTIONS_APART.has(key) && value !== standard.integration.options[key as keyof typeof options],
    );
    if (differing.length === 0) return null;
    return differing
      .map(([key, value]) => `${key}:${typeof value === 'boolean' ? switchText(value) : String(value)}`)
      .join(',');
  },
  read: (text, document) => {
    const entries = split(text, ',').map((entry): [string, unknown] => {
      const [key = '', value = ''] = entry.split(':');
      if (OPTION_SWITCHES.has(key)) return [key, readSwitch(value)];
      return [key, OPTION_NUMBERS.has(key) ? toNumber(value) : value];
    });
    if (
      !entries.every(([key]) => !OPTIONS_APART.has(key) && Object.hasOwn(standard.integration.options, key))
    )
      return null;
    const options = { ...document.integration.options, ...Object.fromEntries(entries) };
    return { ...document, integration: { ...document.integration, options } };
  },
};

const weightsPart: UrlPart = {
  key: 'weights',
  write: ({ integration }) =>
    equalData(integration.options.weights, {}) ? null : writeRecord(integration.options.weights),
  read: (text, document) => ({
    ...document,
    integration: {
      ...document.integration,
      options: { ...document.integration.options, weights: readRecord(text) as Record<string, number> },
    },
  }),
};

const withoutPart: UrlPart = {
  key: 'without',
  write: ({ integration: { options } }) =>
    options.without.length === 0 ? null : list(options.without.map(inLink)),
  read: (text, document) => ({
    ...document,
    integration: {
      ...document.integration,
      options: { ...document.integration.options, without: texts(text).map(fromLink) },
    },
  }),
};

const variantsPart: UrlPart = {
  key: 'var',
  write: ({ view }) => {
    const keys = Object.values(view.regionVariants);
    return keys.length === 0 ? null : keys.join(',');
  },
  read: (text, document) => {
    const keys = texts(text);
    if (!keys.every((key) => key.indexOf('@') > 0)) return null;
    const regionVariants = Object.fromEntries(keys.map((key) => [key.slice(0, key.indexOf('@')), key]));
    return { ...document, view: { ...document.view, regionVariants } };
  },
};

const comparisonPart: UrlPart = {
  key: 'held',
  write: ({ comparison: { shown }, activeScenario }) =>
    activeScenario === null || shown === standard.comparison.shown ? null : shown,
  read: (text, document) => ({
    ...document,
    comparison: { ...document.comparison, shown: text as ProjectDocument['comparison']['shown'] },
  }),
};

const comparedCitiesPart: UrlPart = {
  key: 'cities',
  write: ({ comparison: { cities } }) => (cities.length === 0 ? null : list(cities)),
  read: (text, document) => ({ ...document, comparison: { ...document.comparison, cities: texts(text) } }),
};

const scenarioPart: UrlPart = {
  key: 'scenario',
  write: ({ scenarios, activeScenario }) => {
    const scenario = scenarios.find(({ id }) => id === activeScenario);
    return scenario === undefined ? null : encodeScenario(scenario);
  },
  read: (text, document) => {
    const scenario = decodeScenario(text);
    if (scenario === null) return null;
    const others = document.scenarios.filter(({ id }) => id !== scenario.id);
    const place = document.scenarios.findIndex(({ id }) => id === scenario.id);
    return {
      ...document,
      scenarios: others.toSpliced(place < 0 ? others.length : place, 0, scenario),
      activeScenario: scenario.id,
    };
  },
};

const lookPart: UrlPart = {
  key: 'look',
  write: ({ view }) => writeStructureLook(view.structure),
  read: (text, document) => {
    const look = readStructureLook(text);
    if (look === null) return null;
    const structure = { ...document.view.structure, ...look };
    return { ...document, view: { ...document.view, structure } };
  },
};

/** All parts of a link, in the order in which they are written and read (the workspace before its layers). */
export const URL_PARTS: readonly UrlPart[] = [
  {
    key: 'map',
    write: ({ view: { camera } }) =>
      `${Math.round(camera.zoom * 100) / 100}/${coordinate(camera.center[1])}/${coordinate(camera.center[0])}`,
    read: (text, document) => {
      const [zoom, lat, lng] = text.split('/').map(toNumber);
      const camera = { center: [lng ?? Number.NaN, lat ?? Number.NaN], zoom: zoom ?? Number.NaN } as const;
      return { ...document, view: { ...document.view, camera } };
    },
  },
  { ...viewPart('ws', 'workspace', String, String), write: ({ view }) => view.workspace },
  { ...viewPart('lang', 'language', String, String), write: ({ view }) => view.language },
  viewPart('theme', 'theme', String, String),
  viewPart('sel', 'selection', writeSelection, readSelection),
  layersPart('on', true),
  layersPart('off', false),
  viewPart('rail', 'railYear', String, (text) => (text === 'null' ? null : toNumber(text))),
  viewPart('cat', 'railCategories', list, texts),
  viewPart('types', 'maturities', list, texts),
  viewPart(
    'yard',
    'yardsticks',
    (placed) => placed.map(({ id, at }) => [id, ...at.map(coordinate)].join(':')).join(','),
    (text) =>
      split(text, ',').map((entry) => {
        const [id, lng, lat] = entry.split(':');
        return { id, at: [toNumber(lng), toNumber(lat)] };
      }),
  ),
  lookPart,
  variantsPart,
  integrationPart('set', 'set', String, String),
  integrationPart('agg', 'agglomerationIds', list, texts),
  integrationPart('year', 'year', String, toNumber),
  integrationPart('recipe', 'preset', String, String),
  integrationPart('show', 'shown', writeShown, readShown),
  integrationPart(
    'with',
    'second',
    (second) => (second === null ? 'none' : writeShown(second)),
    (text) => (text === 'none' ? null : readShown(text)),
  ),
  integrationPart('side', 'side', String, String),
  integrationPart(
    'cross',
    'crossColours',
    ({ palette, reverseFirst, reverseSecond }) =>
      [palette, switchText(reverseFirst), switchText(reverseSecond)].join(':'),
    (text) => {
      const [palette, first = '0', second = '0'] = text.split(':');
      return { palette, reverseFirst: readSwitch(first), reverseSecond: readSwitch(second) };
    },
  ),
  integrationPart(
    'xy',
    'scatter',
    ({ x, y }) => list([inLink(x), inLink(y)]),
    (text) => {
      const [x, y] = texts(text).map(fromLink);
      return { x, y };
    },
  ),
  optionsPart,
  weightsPart,
  withoutPart,
  integrationPart(
    'classes',
    'classification',
    ({ method, count, manualBreaks, lock }) =>
      `${method}:${count}:${switchText(lock)}${manualBreaks.length > 0 ? `:${list(manualBreaks)}` : ''}`,
    (text) => {
      const [method, count, lock, breaks = ''] = text.split(':');
      return { method, count: toNumber(count), lock: readSwitch(lock ?? '0'), manualBreaks: numbers(breaks) };
    },
  ),
  integrationPart('ramp', 'palette', String, String),
  integrationPart('reversed', 'reversed', switchText, readSwitch),
  integrationPart('page', 'page', String, String),
  integrationPart('step', 'explained', writeStep, readStep),
  circlesPart(
    'from',
    'origins',
    (origins) => origins.map(writeOrigin).join('~'),
    (text) => split(text, '~').map(readOrigin),
  ),
  circlesPart('min', 'minutes', String, toNumber),
  circlesPart('cuts', 'cutoffs', list, numbers),
  circlesPart('mode', 'mode', String, String),
  circlesPart('traffic', 'preset', String, String),
  circlesPart('par', 'parameters', writeRecord, readRecord),
  circlesPart('closed', 'closedLinks', list, texts),
  circlesPart('merge', 'merge', switchText, readSwitch),
  circlesPart('over', 'overlays', list, texts),
  scenarioPart,
  comparisonPart,
  comparedCitiesPart,
];
