import { beforeAll, describe, expect, it } from 'vitest';
import { type Complaint, lintTree } from './lint-tree.ts';

/** A planted import: the importing file and what it imports. */
type Planted = readonly [from: string, to: string];

/** Every arrow that `app → features → {ui, map, state} → {compute, data} → core` forbids. */
const FORBIDDEN: readonly Planted[] = [
  // core is alone, and pure
  ...['data', 'compute', 'state', 'map', 'ui', 'features', 'app'].map((layer): Planted => [
    'src/core/scoring',
    `#${layer}/target.ts`,
  ]),
  ['src/core/scoring', '../../data/target.ts'],
  ['src/core/scoring', '../../cli/target.ts'],
  ['src/core/scoring', 'react'],
  ['src/core/scoring', 'react-dom/client'],
  ['src/core/scoring', 'maplibre-gl'],
  ['src/core/scoring', '@deck.gl/layers'],
  ['src/core/scoring', '@mantine/core'],
  ['src/core/scoring', 'zustand'],
  ['src/core/scoring', 'node:fs'],
  // data sees core only
  ...['compute', 'state', 'map', 'ui', 'features', 'app'].map((layer): Planted => [
    'src/data',
    `#${layer}/target.ts`,
  ]),
  ['src/data', '../compute/target.ts'],
  ['src/data', 'react'],
  ['src/data', 'maplibre-gl'],
  ['src/data', 'zustand'],
  // compute sees data and core
  ...['state', 'map', 'ui', 'features', 'app'].map((layer): Planted => [
    'src/compute',
    `#${layer}/target.ts`,
  ]),
  ['src/compute', '../state/target.ts'],
  ['src/compute', 'react'],
  ['src/compute', '@deck.gl/core'],
  // state sees compute, data and core
  ...['map', 'ui', 'features', 'app'].map((layer): Planted => ['src/state', `#${layer}/target.ts`]),
  ['src/state', '../map/target.ts'],
  ['src/state', 'maplibre-gl'],
  // map never sees state
  ...['state', 'ui', 'features', 'app', 'compute'].map((layer): Planted => [
    'src/map/adapter',
    `#${layer}/target.ts`,
  ]),
  ['src/map/adapter', '../../state/target.ts'],
  // pure layers see neither state, nor the adapter, nor React, nor the map
  ...['state', 'ui', 'features', 'app', 'compute'].map((layer): Planted => [
    'src/map/layers',
    `#${layer}/target.ts`,
  ]),
  ['src/map/layers', '../adapter/target.ts'],
  ['src/map/layers', '#map/adapter/target.ts'],
  ['src/map/layers', 'react'],
  // ui is dumb
  ...['state', 'map', 'features', 'app', 'compute', 'data'].map((layer): Planted => [
    'src/ui',
    `#${layer}/target.ts`,
  ]),
  ['src/ui', '../state/target.ts'],
  ['src/ui', 'maplibre-gl'],
  // features never see each other, nor the app, nor the map library
  ['src/features/circles', '#features/scenarios/target.ts'],
  ['src/features/circles', '../scenarios/target.ts'],
  ['src/features/circles/panels', '../../scenarios/target.ts'],
  ['src/features/structure', '../integration/target.ts'],
  ['src/features/circles', '../inspector/target.ts'],
  ['src/features/circles', '#app/target.ts'],
  ['src/features/circles', '../../app/target.ts'],
  ['src/features/circles', 'maplibre-gl'],
  // the command line has no browser
  ...['compute', 'state', 'map', 'ui', 'features', 'app'].map((layer): Planted => [
    'src/cli',
    `#${layer}/target.ts`,
  ]),
  ['src/cli', '../compute/target.ts'],
  // what draws without a page has one door
  ...['compute', 'state', 'map', 'ui', 'features', 'app'].map((layer): Planted => [
    'src/cli/drawing',
    `#${layer}/target.ts`,
  ]),
  ['src/cli/commands', '#app/unattended/target.ts'],
  ['src/cli', 'react'],
];

/** Arrows that must stay free, so that the rules cannot pass by forbidding everything. */
const ALLOWED: readonly Planted[] = [
  ['src/core/scoring', '../units/target.ts'],
  ['src/core/scoring', '#core/units/target.ts'],
  ['src/core/scoring', 'd3-array'],
  ['src/data', '#core/units/target.ts'],
  ['src/data', 'zod'],
  ['src/cli/drawing', '#app/unattended/target.ts'],
  ['src/compute', '#core/units/target.ts'],
  ['src/compute', '#data/target.ts'],
  ['src/state', '#compute/target.ts'],
  ['src/state', '#data/target.ts'],
  ['src/state', '#core/units/target.ts'],
  ['src/state', 'zustand'],
  ['src/map/adapter', 'maplibre-gl'],
  ['src/map/adapter', '../layers/target.ts'],
  ['src/map/adapter', '#core/units/target.ts'],
  ['src/map/layers', '#core/units/target.ts'],
  ['src/ui', 'react'],
  ['src/ui', '#core/units/target.ts'],
  ['src/features/circles', '#ui/target.ts'],
  ['src/features/circles', '#map/target.ts'],
  ['src/features/circles', '#state/target.ts'],
  ['src/features/circles', '#compute/target.ts'],
  ['src/features/circles', '#data/target.ts'],
  ['src/features/circles', '#core/units/target.ts'],
  ['src/features/circles/panels', '../target.ts'],
  ['src/app', '#features/circles/target.ts'],
  ['src/app', '#state/target.ts'],
  ['src/cli', '#core/units/target.ts'],
  ['src/cli', '#data/target.ts'],
  ['src/cli', 'node:fs'],
];

const fileOf = ([from]: Planted, group: string, index: number): string => `${from}/${group}-${index}.ts`;

const textOf = ([, to]: Planted): string =>
  `import { target } from '${to}';\nexport const planted = target;\n`;

function plant(group: string, arrows: readonly Planted[]): Record<string, string> {
  return Object.fromEntries(arrows.map((arrow, index) => [fileOf(arrow, group, index), textOf(arrow)]));
}

describe('the lint rules on import direction', () => {
  let complaints: Complaint[];

  beforeAll(() => {
    complaints = lintTree({
      ...plant('forbidden', FORBIDDEN),
      ...plant('allowed', ALLOWED),
      'src/core/units/cycle-a.ts': `import { b } from './cycle-b.ts';\nexport const a = (): number => b();\n`,
      'src/core/units/cycle-b.ts': `import { a } from './cycle-a.ts';\nexport const b = (): number => a();\n`,
      'src/core/units/default.ts': `export default 1;\n`,
    });
    // A linter of its own, on a machine that may be busy.
  }, 120_000);

  const about = (file: string, rule: RegExp): Complaint[] =>
    complaints.filter((complaint) => complaint.file === file && rule.test(complaint.rule));

  it.each(
    FORBIDDEN.map((arrow, index) => ({
      from: arrow[0],
      to: arrow[1],
      file: fileOf(arrow, 'forbidden', index),
    })),
  )('catches $from importing $to', ({ file }) => {
    expect(about(file, /no-restricted-imports/)).toHaveLength(1);
  });

  it.each(
    ALLOWED.map((arrow, index) => ({ from: arrow[0], to: arrow[1], file: fileOf(arrow, 'allowed', index) })),
  )('lets $from import $to', ({ file }) => {
    expect(about(file, /no-restricted-imports/)).toEqual([]);
  });

  it('catches a cycle', () => {
    expect(about('src/core/units/cycle-a.ts', /no-cycle/)).not.toEqual([]);
  });

  it('catches a default export', () => {
    expect(about('src/core/units/default.ts', /no-default-export/)).toHaveLength(1);
  });
});
