import { describe, expect, test } from 'vitest';
import type { IndexDeclaration } from '#core/scoring/composite/index-declaration.ts';
import { computeOwnIndex, type OwnIndex } from '#core/scoring/composite/own-index.ts';
import { scoreDeclaration } from '#core/scoring/composite/score-columns.ts';
import { weightsOnly } from '#core/scoring/robustness/choices.ts';
import { drawnGroups } from '#core/scoring/robustness/index-model.ts';
import { runMonteCarlo, type MonteCarloResult } from '#core/scoring/robustness/monte-carlo.ts';
import { collectPanel } from '#core/scoring/score-panel.ts';
import { scorePanel } from '#core/scoring/score.ts';
import { HAND_OPTIONS, HAND_REGIONS, HAND_TABLE } from './hand-table.ts';

const panel = collectPanel(HAND_TABLE, HAND_REGIONS, HAND_OPTIONS);
const result = scorePanel(panel, HAND_OPTIONS);
/** The score's own tree: as an index it is the score. */
const tree = scoreDeclaration(result, 2020);

function drawn(
  declaration: IndexDeclaration,
  weightConcentration: number | null = 1,
  draws = 2000,
  node = 'composite',
): MonteCarloResult {
  return runMonteCarlo({
    panel,
    options: HAND_OPTIONS,
    year: 2020,
    choices: { ...weightsOnly(HAND_OPTIONS), weightConcentration },
    draws,
    seed: 1,
    byIndex: { index: { quantity: 'K', declaration }, node },
  });
}

const bands = ({ regions }: MonteCarloResult) =>
  regions.map(({ declared, p5, p95 }) => ({ declared, p5, p95 }));

test('an index says in how many groups below a part weights can be drawn', () => {
  const declaration: IndexDeclaration = {
    ...tree,
    nodes: [
      { id: 'root', weights: 'entropy' },
      { id: 'a', parent: 'root' },
      { id: 'b', parent: 'root', weights: 'equal' },
      { id: 'a1', parent: 'a', weight: 2 },
      { id: 'a2', parent: 'a', weight: 0 },
      { id: 'b1', parent: 'b', weight: 0 },
      { id: 'b2', parent: 'b' },
    ],
  };
  expect(['root', 'a', 'b', 'b1'].map((node) => drawnGroups(declaration, node))).toEqual([1, 0, 1, 0]);
});

describe('draws of an own index', () => {
  test('vary the weights of its tree: C passes A where the analytic threshold of the score says', () => {
    // As in robustness.test.ts: C ahead for a regional weight below 0.70489, which is uniform here.
    const { dominance, regions } = drawn(tree, 1, 20000);
    expect(dominance[2]?.[0]).toBeCloseTo(0.70489, 1.7);
    expect(regions[1]).toMatchObject({ declared: 3, p5: 3, p95: 3 });
    // Weights that are equal by name are drawn as equal ones are.
    const equal = { ...tree, weights: 'equal' } as const;
    expect(drawn(equal, 1, 20000).dominance[2]?.[0]).toBeCloseTo(0.70489, 1.7);
  });

  test('with the weights kept are the declared index', () => {
    const lopsided: IndexDeclaration = {
      ...tree,
      normalise: { method: 'rank' },
      aggregate: 'harmonic',
      nodes: tree.nodes.map((node) => (node.parent === 'composite' ? { ...node, weight: 3 } : node)),
    };
    const index: OwnIndex = { quantity: 'K', declaration: lopsided };
    const { nodes } = computeOwnIndex(result, index, 2020);
    const values = nodes.find(({ id }) => id === 'composite')?.values ?? [];
    const ranks = values.map((value) =>
      value === null ? null : 1 + values.filter((other) => other !== null && other > value).length,
    );
    expect(new Set(ranks).size).toBe(3);
    expect(bands(drawn(lopsided, null, 5))).toEqual(
      ranks.map((rank) => ({ declared: rank, p5: rank, p95: rank })),
    );
  });

  test('leave alone weights that the figures give, and rank by the node asked for', () => {
    const byFigures = { ...tree, weights: 'entropy' } as const;
    for (const { declared, p5, p95 } of bands(drawn(byFigures)))
      expect([p5, p95]).toEqual([declared, declared]);
    const regional = drawn(tree, 1, 500, 'regional');
    const { nodes } = computeOwnIndex(result, { quantity: 'K', declaration: tree }, 2020);
    const values = nodes.find(({ id }) => id === 'regional')?.values ?? [];
    expect(regional.regions.map(({ declared }) => declared !== null)).toEqual(
      values.map((value) => value !== null),
    );
    expect(drawn(tree, 1, 500)).toEqual(drawn(tree, 1, 500));
  });

  test('have no rank for a region without a value', () => {
    const [first, ...others] = HAND_REGIONS;
    if (first === undefined) throw new Error('no region');
    const gone = { ...first, members: ['nowhere'] };
    const options = { ...HAND_OPTIONS, missing: 'available' } as const;
    const without = runMonteCarlo({
      panel: collectPanel(HAND_TABLE, [gone, ...others], options),
      options,
      year: 2020,
      choices: weightsOnly(HAND_OPTIONS),
      draws: 50,
      seed: 1,
      byIndex: { index: { quantity: 'K', declaration: tree }, node: 'composite' },
    });
    expect(without.regions[0]).toMatchObject({ declared: null, median: null });
    expect(without.regions[1]?.median).not.toBeNull();
  });
});
