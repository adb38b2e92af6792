import type { Normalisation } from './index-declaration.ts';

/** What can be wrong with a normalisation. */
export const NORMALISATION_PROBLEMS = [
  'no-object',
  'unknown-method',
  'range',
  'mean-and-sd',
  'sd-not-positive',
  'posts',
  'posts-equal',
  'scale',
  'truncate',
  'target',
  'cap',
] as const;
/** Why a normalisation of a declaration is refused. */
export type NormalisationProblem = (typeof NORMALISATION_PROBLEMS)[number];

/** What is wrong, and the same as the end of a sentence. */
export interface NormalisationRefusal {
  readonly problem: NormalisationProblem;
  readonly words: string;
}

function wrong(problem: NormalisationProblem, words: string): NormalisationRefusal {
  return { problem, words };
}

function isPair(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => Number.isFinite(one));
}

function optionalNumber(value: unknown): value is number | undefined {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value));
}

function optionalBoolean(value: unknown): value is boolean | undefined {
  return value === undefined || typeof value === 'boolean';
}

/**
 * Reads a normalisation from JSON. COINr's own parameter names are understood beside ours: `l_u` (minmax), `m_sd`
 * (zscore), `gposts` = [lower, upper, scale] and `trunc2posts` (goalposts, whose posts may also be given as `goalposts` or
 * as `lower` and `upper`), `targ` and `cap_max` (target).
 *
 * @returns The normalisation, or what is wrong with it.
 */
export function readNormalisation(value: unknown): Normalisation | NormalisationRefusal {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong('no-object', 'it is not an object with a "method"');
  const raw = value as Record<string, unknown>;
  switch (raw['method']) {
    case 'minmax': {
      const range = raw['range'] ?? raw['l_u'];
      if (range === undefined) return { method: 'minmax' };
      return isPair(range) ? { method: 'minmax', range } : wrong('range', '"range" must be two numbers');
    }
    case 'zscore': {
      const pair = raw['m_sd'];
      const [mean, sd] = isPair(pair) ? pair : [raw['mean'], raw['sd']];
      if (!optionalNumber(mean) || !optionalNumber(sd))
        return wrong('mean-and-sd', '"mean" and "sd" must be numbers');
      if (sd !== undefined && sd <= 0) return wrong('sd-not-positive', '"sd" must be above 0');
      return {
        method: 'zscore',
        ...(mean === undefined ? {} : { mean }),
        ...(sd === undefined ? {} : { sd }),
      };
    }
    case 'borda':
    case 'rank':
    case 'percentile':
    case 'none':
      return { method: raw['method'] };
    case 'goalposts': {
      const posts = raw['posts'] ?? raw['gposts'] ?? raw['goalposts'];
      const list: unknown[] = Array.isArray(posts) ? posts : [raw['lower'], raw['upper']];
      const [lower, upper] = list;
      const scale = raw['scale'] ?? list[2];
      const truncate = raw['truncate'] ?? raw['trunc2posts'];
      if (typeof lower !== 'number' || typeof upper !== 'number' || !Number.isFinite(upper - lower))
        return wrong('posts', '"posts" must be a lower and an upper number');
      if (lower === upper) return wrong('posts-equal', 'the two posts are equal');
      if (!optionalNumber(scale)) return wrong('scale', '"scale" must be a number');
      if (!optionalBoolean(truncate)) return wrong('truncate', '"truncate" must be true or false');
      return {
        method: 'goalposts',
        posts: [lower, upper],
        ...(scale === undefined ? {} : { scale }),
        ...(truncate === undefined ? {} : { truncate }),
      };
    }
    case 'target': {
      const target = raw['target'] ?? raw['targ'];
      const cap = raw['cap'] ?? raw['cap_max'];
      if (typeof target !== 'number' || !Number.isFinite(target))
        return wrong('target', '"target" must be a number');
      if (!optionalBoolean(cap)) return wrong('cap', '"cap" must be true or false');
      return { method: 'target', target, ...(cap === undefined ? {} : { cap }) };
    }
    default:
      return wrong(
        'unknown-method',
        `there is no method ${JSON.stringify(raw['method'])}; use minmax, zscore, borda, rank, percentile, goalposts, target or none`,
      );
  }
}
