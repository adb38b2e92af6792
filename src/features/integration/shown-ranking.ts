import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import { scoresOfYear } from '#core/scoring/score.ts';
import type { IntegrationState } from '#state/document/integration-state.ts';
import type { ShownChart, ShownData } from '#state/told/shown-data.ts';
import {
  formatNumber,
  formatShare,
  formatSigned,
  NO_VALUE,
  type NumberLanguage,
} from '#ui/format/number-format.ts';
import type { CrossedMeasures } from './measure/cross-measures.ts';
import type { IntegrationWords, MeasureWords } from './measure/measure-words.ts';
import { idOfNode } from './measure/score-nodes.ts';
import type { ColouredMeasure } from './measure/use-measure.ts';
import type { ShownScore } from './measure/use-shown-score.ts';
import { rankedNode } from './pages/ranked-node.ts';
import { rankedRows, scoresOverYears } from './pages/ranked-rows.ts';
import { nameOfRegion } from './region-names.ts';

/** Decimals of scores, as in the ranking. */
const DECIMALS = 2;

/** What the ranking is told of. */
interface Ranked {
  readonly score: ShownScore;
  readonly measure: ColouredMeasure | null;
  readonly crossed: CrossedMeasures | null;
  readonly index: OwnIndex | null;
  readonly choices: Pick<IntegrationState, 'shown' | 'year'>;
  /** Region that is selected, emphasised in the charts. */
  readonly selected: string | null;
}

/** The ranking and how it came about over the years, as the panel's table and charts have them; `null` without a value. */
export function shownRanking(
  { score, measure, crossed, index, choices: { shown, year }, selected }: Ranked,
  words: MeasureWords,
  t: IntegrationWords,
  language: NumberLanguage,
): ShownData | null {
  const { result, source, under } = score;
  const node = rankedNode(shown);
  const { definitions } = source.table;
  const rows = rankedRows(result, source.regions, year, node, { measure, crossed, index }, language);
  if (rows.every(({ value }) => value === null)) return null;
  const sorted = rows.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const isChange = measure?.view.level === 'agglomeration' && measure.view.isDiverging;
  const name = words.nodeName(idOfNode(node), definitions);
  const title =
    measure?.view.level === 'agglomeration' && (isChange || measure.view.scenario !== undefined)
      ? words.title(measure.view, definitions)
      : t('rankingOf', { name, year });
  const scores = scoresOfYear(result, year);
  const remark = scores === undefined ? '' : words.reduced(scores.reducedSet);
  const format = isChange ? formatSigned : formatNumber;
  const decimals = isChange ? measure.view.decimals : DECIMALS;
  const bars: ShownChart = {
    kind: 'bar',
    title,
    categories: sorted.map((row) => row.name),
    series: [{ name, values: sorted.map(({ value }) => value), isEmphasised: false }],
    colours: sorted.map(({ colour }) => colour),
    decimals,
    isSigned: isChange,
    remark,
  };
  const columns = scoresOverYears(result, node, shown.kind === 'index' ? index : null);
  const years = result.panel.years.filter((_, at) =>
    [...(columns[at]?.values() ?? [])].some(({ value }) => value !== null),
  );
  const lines: ShownChart = {
    kind: 'line',
    title:
      under === null
        ? t('slopeOf', { name })
        : t('measureTitle.after', { title: t('slopeOf', { name }), scenario: under.scenario }),
    categories: result.panel.years.map(String),
    series: sorted.map(({ id }) => ({
      name: nameOfRegion(source.regions, id, language),
      values: columns.map((column) => column.get(id)?.value ?? null),
      isEmphasised: id === selected,
    })),
    colours: [],
    decimals: 1,
    isSigned: false,
    remark: '',
  };
  return {
    charts: years.length > 1 ? [bars, lines] : [bars],
    tables: [
      {
        title,
        columns: [
          { title: t('rank'), isNumber: true },
          { title: t('region'), isNumber: false },
          { title: t('score'), isNumber: true },
          { title: t('coverage'), isNumber: true },
        ],
        rows: sorted.map((row) => [
          row.rank === null ? NO_VALUE : String(row.rank),
          row.name,
          format(row.value, language, decimals),
          row.possible === 0 ? NO_VALUE : formatShare(row.used / row.possible, language, 0),
        ]),
        remark,
      },
    ],
  };
}
