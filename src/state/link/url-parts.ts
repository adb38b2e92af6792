import { regionIdOf, variantSlugOf } from '#core/geography/variant-key.ts';
import { DEFAULT_DOCUMENT, DEFAULT_LAYERS } from '../document/default-document.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { LAYER_TOGGLES, type LayerToggle, type Selection } from '../document/view-state.ts';
import { CIRCLES_PARTS } from './url-circles.ts';
import { INTEGRATION_PARTS } from './url-integration.ts';
import { partsOf, type UrlPart } from './url-part.ts';
import { decodeScenario, encodeScenario } from './url-scenario.ts';
import { readStructureLook, writeStructureLook } from './url-structure.ts';
import { coordinate, list, split, texts, toNumber } from './url-text.ts';

const standard = DEFAULT_DOCUMENT;

const viewPart = partsOf('view');

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

const variantsPart: UrlPart = {
  key: 'var',
  write: ({ view }) => {
    const keys = Object.values(view.regionVariants);
    return keys.length === 0 ? null : keys.join(',');
  },
  read: (text, document) => {
    const keys = texts(text);
    if (!keys.every((key) => variantSlugOf(key) !== null && regionIdOf(key) !== '')) return null;
    const regionVariants = Object.fromEntries(keys.map((key) => [regionIdOf(key), key]));
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
  write: writeStructureLook,
  read: (text, document) => {
    const look = readStructureLook(text);
    if (look === null) return null;
    const structure = { ...document.view.structure, ...look };
    return { ...document, view: { ...document.view, structure } };
  },
};

/** All parts of a link, in the order in which they are written and read (workspace and selection before what hangs on them). */
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
  ...INTEGRATION_PARTS,
  ...CIRCLES_PARTS,
  scenarioPart,
  comparisonPart,
  comparedCitiesPart,
];
