import type { Failure, Result } from '../../units/result.ts';
import { fail, succeed } from '../../units/result.ts';
import type {
  Aggregation,
  IndexDeclaration,
  IndexNode,
  Normalisation,
  Weighting,
} from './index-declaration.ts';
import { readNormalisation } from './read-normalisation.ts';

/** What can be wrong with a declaration. */
export type DeclarationFailure =
  | 'not-an-object'
  | 'missing-units'
  | 'bad-normalisation'
  | 'bad-aggregation'
  | 'bad-weighting'
  | 'bad-threshold'
  | 'no-nodes'
  | 'bad-node'
  | 'duplicate-node'
  | 'unknown-parent'
  | 'cycle'
  | 'no-root'
  | 'several-roots'
  | 'bad-direction'
  | 'bad-weight'
  | 'missing-column';

const AGGREGATIONS: readonly Aggregation[] = ['arithmetic', 'geometric', 'harmonic'];
const WEIGHTINGS: readonly Weighting[] = ['own', 'equal', 'entropy', 'pca'];

/** Thrown inside the validator only, and turned into a Result at its one door. */
class DeclarationProblem extends Error {
  readonly failure: Failure<DeclarationFailure>;
  constructor(failure: Failure<DeclarationFailure>) {
    super(failure.message);
    this.failure = failure;
  }
}

function reject(
  reason: DeclarationFailure,
  message: string,
  nextStep: string,
  values?: Record<string, string | number>,
): never {
  throw new DeclarationProblem({ reason, message, nextStep, ...(values === undefined ? {} : { values }) });
}

/** Whether a value from JSON is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readChoice<T extends string>(
  value: unknown,
  allowed: readonly T[],
  reason: DeclarationFailure,
  where: string,
  what: string,
  values?: Record<string, string>,
): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  return (
    found ??
    reject(
      reason,
      `${where} has an unknown ${what} ${JSON.stringify(value)}.`,
      `Use one of ${allowed.join(', ')}.`,
      { ...values, given: JSON.stringify(value), allowed: allowed.join(', ') },
    )
  );
}

function normalisationOf(value: unknown, where: string, values?: Record<string, string>): Normalisation {
  const read = readNormalisation(value);
  if ('problem' in read) {
    const method = isRecord(value) ? JSON.stringify(value['method']) : undefined;
    reject(
      'bad-normalisation',
      `The normalisation of ${where} is wrong: ${read.words}.`,
      'See docs/method.md for the methods and their parameters.',
      { ...values, problem: read.problem, given: method ?? JSON.stringify(value) },
    );
  }
  return read;
}

/** The key as it is spelt in the United States is the same key, not one to pass over. */
function normaliseIn(raw: Record<string, unknown>): unknown {
  return raw['normalise'] ?? raw['normalize'];
}

function readNode(raw: unknown, position: number): IndexNode {
  if (!isRecord(raw) || typeof raw['id'] !== 'string' || raw['id'] === '')
    reject('bad-node', `Node ${position + 1} has no id.`, 'Give every node an object with a text "id".', {
      position: position + 1,
    });
  const { id, parent, direction, weight, aggregate, weights } = raw as Record<string, unknown> & {
    id: string;
  };
  const normalise = normaliseIn(raw);
  const where = `node “${id}”`;
  if (parent !== undefined && parent !== null && typeof parent !== 'string')
    reject(
      'unknown-parent',
      `The parent of ${where} is not a text.`,
      'Name another node, or leave the parent out on the root.',
      { node: id, parent: JSON.stringify(parent) },
    );
  if (direction !== undefined && direction !== 1 && direction !== -1)
    reject(
      'bad-direction',
      `The direction of ${where} is ${JSON.stringify(direction)}.`,
      'Use 1 (higher is better) or -1.',
      { node: id },
    );
  if (weight !== undefined && (typeof weight !== 'number' || !Number.isFinite(weight) || weight < 0))
    reject(
      'bad-weight',
      `The weight of ${where} is ${JSON.stringify(weight)}.`,
      'Use a number of at least 0.',
      { node: id },
    );
  const aggregation = readChoice(aggregate, AGGREGATIONS, 'bad-aggregation', where, 'aggregation', {
    node: id,
  });
  const weighting = readChoice(weights, WEIGHTINGS, 'bad-weighting', where, 'weighting', { node: id });
  return {
    id,
    ...(typeof parent === 'string' && parent !== '' ? { parent } : {}),
    ...(direction === undefined ? {} : { direction }),
    ...(weight === undefined ? {} : { weight }),
    ...(normalise === undefined ? {} : { normalise: normalisationOf(normalise, where, { node: id }) }),
    ...(aggregation === undefined ? {} : { aggregate: aggregation }),
    ...(weighting === undefined ? {} : { weights: weighting }),
  };
}

function checkTree(nodes: readonly IndexNode[], weighting: Weighting): void {
  const byId = new Map<string, IndexNode>();
  for (const node of nodes) {
    if (byId.has(node.id))
      reject('duplicate-node', `Two nodes are called “${node.id}”.`, 'Rename one of them.', {
        node: node.id,
      });
    byId.set(node.id, node);
  }
  for (const { id, parent } of nodes) {
    if (parent !== undefined && !byId.has(parent))
      reject(
        'unknown-parent',
        `Node “${id}” names the parent “${parent}”, which is not a node.`,
        `Add a node “${parent}” or correct the name.`,
        { node: id, parent },
      );
  }
  for (const start of nodes) {
    const path = [start.id];
    for (let at = start.parent; at !== undefined; at = byId.get(at)?.parent) {
      path.push(at);
      if (at === start.id)
        reject(
          'cycle',
          `The tree has a cycle: ${path.join(' → ')}.`,
          'Give one of these nodes another parent.',
          { path: path.join(' → '), node: start.id },
        );
      // A cycle further up that doesn't contain the start is reported from a node on it.
      if (path.length > nodes.length + 1) break;
    }
  }
  const roots = nodes.filter(({ parent }) => parent === undefined).map(({ id }) => id);
  if (roots.length > 1)
    reject(
      'several-roots',
      `${roots.length} nodes have no parent: ${roots.join(', ')}.`,
      'Leave exactly one node, the index, without a parent.',
      { roots: roots.join(', '), node: roots[1] ?? '' },
    );
  const parents = new Set(nodes.map(({ parent }) => parent));
  if (roots.length === 0 || !parents.has(roots[0]))
    reject(
      'no-root',
      'No node is the index: the one without a parent must have children.',
      'Leave the parent out on the index and name it as parent of others.',
    );
  for (const { id, direction } of nodes) {
    if (direction === -1 && parents.has(id))
      reject(
        'bad-direction',
        `Node “${id}” has children, so direction -1 has no meaning on it.`,
        'Set the direction on its leaves.',
        { node: id },
      );
  }
  for (const parent of parents) {
    const siblings = nodes.filter((node) => node.parent === parent);
    const isOwn = (byId.get(parent ?? '')?.weights ?? weighting) === 'own';
    if (parent !== undefined && isOwn && siblings.every(({ weight }) => weight === 0))
      reject(
        'bad-weight',
        `All children of “${parent}” weigh 0.`,
        'Give at least one of them a weight above 0.',
        { node: parent },
      );
  }
}

function read(raw: unknown, columns: Iterable<string> | null): IndexDeclaration {
  if (!isRecord(raw))
    reject(
      'not-an-object',
      'The index declaration is not a JSON object.',
      'Write { "units": …, "normalise": …, "aggregate": …, "nodes": [ … ] }.',
    );
  const { units, nodes: rawNodes, dataThreshold } = raw;
  const normalise = normaliseIn(raw);
  if (typeof units !== 'string' || units === '')
    reject(
      'missing-units',
      'The declaration does not name the column of units.',
      'Set "units" to the header of that column.',
    );
  if (!Array.isArray(rawNodes) || rawNodes.length === 0)
    reject('no-nodes', 'The declaration has no nodes.', 'List the nodes of the index under "nodes".');
  if (
    dataThreshold !== undefined &&
    !(typeof dataThreshold === 'number' && dataThreshold >= 0 && dataThreshold <= 1)
  )
    reject(
      'bad-threshold',
      `The data threshold is ${JSON.stringify(dataThreshold)}.`,
      'Use a number from 0 to 1.',
    );
  const nodes = rawNodes.map(readNode);
  const aggregate = readChoice(
    raw['aggregate'] ?? 'arithmetic',
    AGGREGATIONS,
    'bad-aggregation',
    'The declaration',
    'aggregation',
  );
  const weights = readChoice(raw['weights'], WEIGHTINGS, 'bad-weighting', 'The declaration', 'weighting');
  checkTree(nodes, weights ?? 'own');
  if (columns !== null) checkColumns(nodes, units, new Set(columns));
  return {
    units,
    normalise: normalise === undefined ? { method: 'minmax' } : normalisationOf(normalise, 'the declaration'),
    aggregate: aggregate ?? 'arithmetic',
    nodes,
    ...(weights === undefined ? {} : { weights }),
    ...(dataThreshold === undefined ? {} : { dataThreshold }),
  };
}

function checkColumns(nodes: readonly IndexNode[], units: string, columns: ReadonlySet<string>): void {
  const listed = [...columns].slice(0, 20).join(', ');
  if (!columns.has(units))
    reject(
      'missing-column',
      `The table has no column “${units}” for the units.`,
      `Its columns are ${listed}.`,
      { column: units },
    );
  const parents = new Set(nodes.map(({ parent }) => parent));
  for (const { id } of nodes) {
    if (!parents.has(id) && (!columns.has(id) || id === units))
      reject(
        'missing-column',
        `The leaf “${id}” is not a column of figures in the table.`,
        `Its columns are ${listed}; a node with children needs none.`,
        { column: id, node: id },
      );
  }
}

/**
 * Checks a declaration from outside and returns it typed. The first problem found is reported with the node it is at.
 *
 * @param columns Headers of the table, the units' among them; `null` to check the declaration alone.
 */
export function validateDeclaration(
  raw: unknown,
  columns: Iterable<string> | null = null,
): Result<IndexDeclaration, DeclarationFailure> {
  try {
    return succeed(read(raw, columns));
  } catch (error) {
    if (error instanceof DeclarationProblem) return fail(error.failure);
    throw error;
  }
}
