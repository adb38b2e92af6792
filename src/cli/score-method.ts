import { GREATEST_WEIGHT, WIDEST_YEAR_WINDOW } from '#core/scoring/choice-limits.ts';
import { DIMENSION_ORDER, type ScoreOptions, withWeights } from '#core/scoring/score-options.ts';
import { type Checked, type OptionDescription, type OptionValues, refuse } from './command.ts';
import { choiceOption, decimalNumber, listOption, numberOption } from './options.ts';

/** Options for every choice of the method that the app's methods page offers. */
export const METHOD_OPTIONS = {
  scope: {
    type: 'string',
    value: 'panel|indicator',
    help: 'Where the extreme CVs are taken: everywhere (default), or within an indicator.',
  },
  ddof: { type: 'string', value: '0|1', help: 'Population σ (0, default) or sample standard deviation (1).' },
  missing: {
    type: 'string',
    value: 'common|available',
    help: 'An indicator counts only if complete enough everywhere (default), or wherever it is.',
  },
  coverage: {
    type: 'string',
    value: '0…1',
    help: 'Least share of members with a value for an indicator to count (default 0.65).',
  },
  'year-window': {
    type: 'string',
    value: 'years',
    help: `A figure at most so many years away stands in, 0 to ${WIDEST_YEAR_WINDOW} (default 2).`,
  },
  'year-matching': {
    type: 'string',
    value: 'value|indicator',
    help: "Each city's nearest figure (default), or one year for all cities of an indicator.",
  },
  size: { type: 'string', value: 'on|off', help: 'Multiply by the size factor R (default on).' },
  level: { type: 'string', value: 'on|off', help: 'Multiply by the level factor f (default on).' },
  weights: {
    type: 'string',
    value: 'id=weight,…',
    multiple: true,
    help: 'Weights of dimensions or indicators among their siblings; the others weigh 1.',
  },
  without: {
    type: 'string',
    value: 'ids',
    multiple: true,
    help: 'Indicators left out of the comparison, as if there were none.',
  },
} as const satisfies Readonly<Record<string, OptionDescription>>;

/** A preset with the choices of a call; the first wrong one is refused. */
export function readMethod(options: OptionValues, base: ScoreOptions): Checked<ScoreOptions> {
  const scope = choiceOption(options, 'scope', ['panel', 'indicator'], base.scope);
  if (!scope.ok) return scope;
  const ddof = choiceOption(options, 'ddof', ['0', '1'], base.ddof === 1 ? '1' : '0');
  if (!ddof.ok) return ddof;
  const missing = choiceOption(options, 'missing', ['common', 'available'], base.missing);
  if (!missing.ok) return missing;
  const coverage = numberOption(options, 'coverage', { min: 0, max: 1, fallback: base.coverageThreshold });
  if (!coverage.ok) return coverage;
  const yearWindow = numberOption(options, 'year-window', {
    min: 0,
    max: WIDEST_YEAR_WINDOW,
    integer: true,
    fallback: base.yearWindow,
  });
  if (!yearWindow.ok) return yearWindow;
  const matching = choiceOption(options, 'year-matching', ['value', 'indicator'], base.yearMatching);
  if (!matching.ok) return matching;
  const size = choiceOption(options, 'size', ['on', 'off'], base.useSize ? 'on' : 'off');
  if (!size.ok) return size;
  const level = choiceOption(options, 'level', ['on', 'off'], base.useLevel ? 'on' : 'off');
  if (!level.ok) return level;
  const without = readWithout(options, base);
  if (!without.ok) return without;
  const weights = readWeights(options, base);
  if (!weights.ok) return weights;
  const method: ScoreOptions = {
    ...base,
    scope: scope.value,
    ddof: ddof.value === '1' ? 1 : 0,
    missing: missing.value,
    coverageThreshold: coverage.value,
    yearWindow: yearWindow.value,
    yearMatching: matching.value,
    useSize: size.value === 'on',
    useLevel: level.value === 'on',
    indicators: base.indicators.filter(({ id }) => !without.value.has(id)),
  };
  return { ok: true, value: withWeights(method, weights.value) };
}

function indicatorIds({ indicators }: ScoreOptions): string[] {
  return indicators.map(({ id }) => id);
}

function readWithout(options: OptionValues, base: ScoreOptions): Checked<ReadonlySet<string>> {
  const ids = listOption(options, 'without');
  const known = indicatorIds(base);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined)
    return refuse(
      'unknown-indicator',
      `--without names "${unknown}", which is no indicator of the preset ${base.preset}.`,
      `Use: ${known.join(', ')}.`,
    );
  const without = new Set(ids);
  if (known.every((id) => without.has(id)))
    return refuse('nothing-left', '--without leaves no indicator.', 'Keep at least one.');
  return { ok: true, value: without };
}

function readWeights(options: OptionValues, base: ScoreOptions): Checked<ReadonlyMap<string, number>> {
  const known: readonly string[] = [...DIMENSION_ORDER, ...indicatorIds(base)];
  const weights = new Map<string, number>();
  for (const part of listOption(options, 'weights')) {
    const [id = '', text = '', ...rest] = part.split('=').map((word) => word.trim());
    const weight = decimalNumber(text);
    if (rest.length > 0 || !(weight >= 0 && weight <= GREATEST_WEIGHT))
      return refuse(
        'unreadable-weight',
        `--weights cannot hold "${part}".`,
        `Write id=weight with a weight from 0 to ${GREATEST_WEIGHT}: --weights innovation=2,pm25=0.5.`,
      );
    if (!known.includes(id))
      return refuse(
        'unknown-weight',
        `--weights names "${id}", which is no dimension or indicator of the preset ${base.preset}.`,
        `Use: ${known.join(', ')}.`,
      );
    if (weights.has(id))
      return refuse('duplicate-weight', `--weights names "${id}" twice.`, 'Give each id one weight.');
    weights.set(id, weight);
  }
  if (DIMENSION_ORDER.every((id) => weights.get(id) === 0))
    return refuse('no-weight', '--weights gives every dimension the weight 0.', 'Keep one above 0.');
  return { ok: true, value: weights };
}

/** The choices of a method as a document says them, with the weights that are not 1. */
export function methodDocument(options: ScoreOptions, base: ScoreOptions) {
  const { scope, ddof, missing, coverageThreshold, yearWindow, yearMatching, useSize, useLevel } = options;
  const kept = new Set(indicatorIds(options));
  const weights = [
    ...Object.entries(options.dimensionWeights),
    ...options.indicators.map(({ id, weight }) => [id, weight] as const),
  ].filter(([, weight]) => weight !== 1);
  return {
    scope,
    ddof,
    missing,
    coverageThreshold,
    yearWindow,
    yearMatching,
    /** Size factor R and level factor f. */
    useSize,
    useLevel,
    weights: Object.fromEntries(weights),
    without: indicatorIds(base).filter((id) => !kept.has(id)),
  };
}
