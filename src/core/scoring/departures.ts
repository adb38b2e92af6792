import { PAPER_INDICATORS } from '../indicators/paper-indicators.ts';
import type { ScoredRegion } from './agglomeration-set.ts';
import { YANGTZE_FIVE } from './agglomeration-set.ts';
import type { ReducedSet } from './score-result.ts';
import { PAPER_INDICATOR_COUNT } from './score.ts';
import { PAPER_OPTIONS } from './score-options.ts';
import type { ScoreOptions } from './score-options.ts';

/** Ways a score can differ from the paper's. */
export type DepartureCode =
  | 'reduced-set'
  | 'left-out'
  | 'extra-indicators'
  | 'indicator-weights'
  | 'dimension-weights'
  | 'scope'
  | 'ddof'
  | 'no-size'
  | 'no-level'
  | 'missing-available'
  | 'coverage-threshold'
  | 'year-window'
  | 'year-matching'
  | 'panel-years'
  | 'regions';

/** One departure with the clause of a sentence in both languages; the interface joins them. */
export interface Departure {
  readonly code: DepartureCode;
  readonly textZh: string;
  readonly textEn: string;
  /** True where the paper says otherwise; false where it says nothing and our own default was changed. */
  readonly fromPaper: boolean;
}

/** Most indicators named that are left out; the rest is counted. */
const NAMED_INDICATORS = 3;

const NAMES = new Map(PAPER_INDICATORS.map((definition) => [definition.id, definition]));

function unequal(weights: readonly number[]): boolean {
  return weights.some((weight) => weight !== weights[0]);
}

/**
 * How a setting departs from the paper (and from our defaults where the paper is silent), in a fixed order.
 *
 * @param reducedSet Of a computed year: adds which of the 19 entered.
 * @param regions The regions compared, to say when they are not the paper's five.
 */
export function departures(
  options: ScoreOptions,
  reducedSet: ReducedSet | null = null,
  regions: readonly ScoredRegion[] | null = null,
): Departure[] {
  const list: Departure[] = [];
  const add = (code: DepartureCode, textZh: string, textEn: string, fromPaper = true) =>
    list.push({ code, textZh, textEn, fromPaper });

  const paperChosen =
    reducedSet?.paperIndicatorsUsed ?? options.indicators.filter(({ inPaper }) => inPaper).length;
  if (paperChosen < PAPER_INDICATOR_COUNT)
    add(
      'reduced-set',
      `只用了论文 ${PAPER_INDICATOR_COUNT} 项指标中的 ${paperChosen} 项`,
      `only ${paperChosen} of the paper's ${PAPER_INDICATOR_COUNT} indicators enter`,
    );
  const leftOut =
    options.preset === 'own'
      ? []
      : PAPER_OPTIONS.indicators.filter(({ id }) => options.indicators.every((kept) => kept.id !== id));
  if (leftOut.length > 0) {
    const named = leftOut.slice(0, NAMED_INDICATORS).map(({ id }) => NAMES.get(id));
    const rest = leftOut.length - named.length;
    add(
      'left-out',
      `不比较${named.map((name) => `“${name?.nameZh}”`).join('')}${rest > 0 ? `等 ${leftOut.length} 项` : ''}`,
      `left out by choice: ${named.map((name) => name?.nameEn).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
    );
  }
  const extras = reducedSet?.extras.length ?? options.indicators.filter(({ inPaper }) => !inPaper).length;
  if (extras > 0)
    add(
      'extra-indicators',
      `另加了 ${extras} 项论文没有的指标`,
      `${extras} indicator${extras === 1 ? '' : 's'} not in the paper ${extras === 1 ? 'is' : 'are'} added`,
    );
  if (
    PAPER_OPTIONS.indicators.some(({ dimension }) =>
      unequal(
        options.indicators.filter((other) => other.dimension === dimension).map(({ weight }) => weight),
      ),
    )
  )
    add('indicator-weights', '指标不等权', 'indicators are not weighted equally');
  if (unequal(Object.values(options.dimensionWeights)))
    add('dimension-weights', '维度不等权', 'dimensions are not weighted equally');
  if (options.scope !== 'panel')
    add('scope', '变异系数的极值取自单个指标内', 'the extreme CVs are taken within each indicator');
  if (options.ddof !== 0) add('ddof', '用样本标准差', 'the sample standard deviation is used');
  if (!options.useSize) add('no-size', '不乘城市数权重 R', 'the size factor R is left out');
  if (!options.useLevel) add('no-level', '不乘发展水平 f', 'the level factor f is left out');
  if (options.missing !== PAPER_OPTIONS.missing)
    add(
      'missing-available',
      '各城市群用各自可得的指标，彼此不尽可比',
      'each agglomeration uses what indicators it has, so they are not fully comparable',
      false,
    );
  if (options.coverageThreshold !== PAPER_OPTIONS.coverageThreshold) {
    const percent = Math.round(options.coverageThreshold * 1000) / 10;
    add('coverage-threshold', `覆盖率门槛为 ${percent}%`, `the coverage threshold is ${percent}%`, false);
  }
  if (options.yearWindow !== PAPER_OPTIONS.yearWindow)
    add(
      'year-window',
      options.yearWindow === 0 ? '只用当年数据' : `允许用前后 ${options.yearWindow} 年的数据`,
      options.yearWindow === 0
        ? 'only figures of the very year are used'
        : `figures up to ${options.yearWindow} years away are used`,
      false,
    );
  if (options.yearMatching !== PAPER_OPTIONS.yearMatching)
    add(
      'year-matching',
      '同一指标全部城市取同一年',
      'all cities take an indicator from one and the same year',
      false,
    );
  if (options.years.join() !== PAPER_OPTIONS.years.join())
    add(
      'panel-years',
      `年份为 ${options.years.join('、')}`,
      `the years compared are ${options.years.join(', ')}`,
    );
  if (regions !== null) {
    const ids = regions.map(({ id }) => id);
    if (ids.length !== YANGTZE_FIVE.length || YANGTZE_FIVE.some((id) => !ids.includes(id)))
      add(
        'regions',
        `比较的是 ${ids.length} 个区域，不是论文的长江经济带五个城市群`,
        `${ids.length} regions are compared, not the paper's five along the Yangtze`,
      );
  }
  return list;
}
