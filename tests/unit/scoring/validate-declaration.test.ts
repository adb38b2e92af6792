import { describe, expect, test } from 'vitest';
import { validateDeclaration } from '../../../src/core/scoring/composite/validate-declaration.ts';

const nodes = [
  { id: 'index' },
  { id: 'a', parent: 'index', direction: 1, weight: 1 },
  { id: 'b', parent: 'index', direction: -1, weight: 2 },
];
const good = {
  units: 'city',
  normalise: { method: 'minmax', range: [0, 100] },
  aggregate: 'arithmetic',
  nodes,
};

function reasonOf(declaration: unknown, columns: string[] | null = null): string {
  const result = validateDeclaration(declaration, columns);
  return result.ok ? 'ok' : result.failure.reason;
}

describe('declarations of an index', () => {
  test('a good one comes back typed', () => {
    const result = validateDeclaration(good, ['city', 'a', 'b', 'unused']);
    expect(result.ok && result.value).toEqual(good);
  });

  test('the American spelling of a key is not passed over', () => {
    const { normalise: _, ...rest } = good;
    const result = validateDeclaration({
      ...rest,
      normalize: { method: 'rank' },
      nodes: [...nodes, { id: 'c', parent: 'index', normalize: { method: 'borda' } }],
    });
    expect(result.ok && [result.value.normalise, result.value.nodes.at(-1)?.normalise]).toEqual([
      { method: 'rank' },
      { method: 'borda' },
    ]);
    expect(reasonOf({ ...rest, normalize: { method: 'softmax' } })).toBe('bad-normalisation');
  });

  test('null as parent is the root too', () => {
    expect(reasonOf({ ...good, nodes: [{ id: 'index', parent: null }, ...nodes.slice(1)] })).toBe('ok');
  });

  test.each([
    ['not-an-object', [1]],
    ['missing-units', { ...good, units: '' }],
    ['no-nodes', { ...good, nodes: [] }],
    ['bad-node', { ...good, nodes: [...nodes, { parent: 'index' }] }],
    ['duplicate-node', { ...good, nodes: [...nodes, { id: 'a', parent: 'index' }] }],
    ['unknown-parent', { ...good, nodes: [...nodes, { id: 'c', parent: 'nowhere' }] }],
    ['cycle', { ...good, nodes: [...nodes, { id: 'c', parent: 'd' }, { id: 'd', parent: 'c' }] }],
    ['cycle', { ...good, nodes: [...nodes, { id: 'c', parent: 'c' }] }],
    [
      'cycle',
      {
        ...good,
        nodes: [...nodes, { id: 'e', parent: 'c' }, { id: 'c', parent: 'd' }, { id: 'd', parent: 'c' }],
      },
    ],
    ['several-roots', { ...good, nodes: [...nodes, { id: 'other' }] }],
    ['no-root', { ...good, nodes: [{ id: 'index' }] }],
    ['bad-direction', { ...good, nodes: [...nodes, { id: 'c', parent: 'index', direction: 2 }] }],
    ['bad-direction', { ...good, nodes: [{ id: 'index', direction: -1 }, ...nodes.slice(1)] }],
    ['bad-weight', { ...good, nodes: [...nodes, { id: 'c', parent: 'index', weight: -1 }] }],
    ['bad-weight', { ...good, nodes: [...nodes, { id: 'c', parent: 'index', weight: '1' }] }],
    ['bad-weight', { ...good, nodes: [{ id: 'index' }, { id: 'a', parent: 'index', weight: 0 }] }],
    ['bad-normalisation', { ...good, normalise: { method: 'softmax' } }],
    ['bad-normalisation', { ...good, normalise: { method: 'minmax', range: [0] } }],
    ['bad-normalisation', { ...good, normalise: { method: 'goalposts', posts: [3, 3] } }],
    ['bad-normalisation', { ...good, normalise: { method: 'zscore', sd: 0 } }],
    ['bad-aggregation', { ...good, aggregate: 'median' }],
    ['bad-weighting', { ...good, weights: 'random' }],
    ['bad-threshold', { ...good, dataThreshold: 65 }],
  ])('%s', (reason, declaration) => {
    expect(reasonOf(declaration)).toBe(reason);
  });

  test.each([
    ['no-object', 'minmax', '"minmax"'],
    ['unknown-method', { method: 'softmax' }, '"softmax"'],
    ['range', { method: 'minmax', range: [0] }, '"minmax"'],
    ['mean-and-sd', { method: 'zscore', mean: '0' }, '"zscore"'],
    ['sd-not-positive', { method: 'zscore', sd: 0 }, '"zscore"'],
    ['posts', { method: 'goalposts', posts: [1] }, '"goalposts"'],
    ['posts-equal', { method: 'goalposts', posts: [1, 1] }, '"goalposts"'],
    ['scale', { method: 'goalposts', posts: [1, 2], scale: 'a' }, '"goalposts"'],
    ['truncate', { method: 'goalposts', posts: [1, 2], truncate: 1 }, '"goalposts"'],
    ['target', { method: 'target' }, '"target"'],
    ['cap', { method: 'target', target: 1, cap: 1 }, '"target"'],
  ])('a normalisation says by a code what is wrong: %s', (problem, normalise, given) => {
    const ofNode = validateDeclaration({ ...good, nodes: [{ id: 'index', normalise }, ...nodes.slice(1)] });
    expect(ofNode).toMatchObject({ failure: { values: { node: 'index', problem, given } } });
    const whole = validateDeclaration({ ...good, normalise });
    expect(whole).toMatchObject({ failure: { reason: 'bad-normalisation', values: { problem, given } } });
  });

  test('columns are checked against the table', () => {
    expect(reasonOf(good, ['city', 'a'])).toBe('missing-column');
    expect(reasonOf(good, ['a', 'b'])).toBe('missing-column');
    expect(
      reasonOf({ ...good, nodes: [...nodes, { id: 'city', parent: 'index' }] }, ['city', 'a', 'b']),
    ).toBe('missing-column');
  });

  test('a cycle is named in the message', () => {
    const result = validateDeclaration({
      ...good,
      nodes: [...nodes, { id: 'c', parent: 'd' }, { id: 'd', parent: 'c' }],
    });
    expect(!result.ok && result.failure.message).toContain('c → d → c');
  });

  test("COINr's parameter names are understood", () => {
    const result = validateDeclaration({
      ...good,
      normalise: { method: 'goalposts', gposts: [0, 10, 100], trunc2posts: false },
    });
    expect(result.ok && result.value.normalise).toEqual({
      method: 'goalposts',
      posts: [0, 10],
      scale: 100,
      truncate: false,
    });
  });
});
