import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { scoresOfYear } from '#core/scoring/score.ts';
import { useProject } from '#state/store.ts';
import { setShownData, type ShownChart, type ShownData } from '#state/shown-data.ts';
import { formatNumber, formatShare, formatSigned, NO_VALUE } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { idOfNode } from './measure/score-nodes.ts';
import { useColouredMeasure, useCrossedMeasures } from './measure/use-measure.ts';
import { useMeasureWords } from './measure/use-measure-words.ts';
import { useShownScore } from './measure/use-shown-score.ts';
import { rankedNode } from './pages/ranked-node.ts';
import { rankedRows, scoresOverYears } from './pages/ranked-rows.ts';
import { shortName } from './region-names.ts';

/** Decimals of scores, as in the ranking. */
const DECIMALS = 2;

/** Tells exporters the ranking and how it came about over the years, as the panel's table and charts have them. */
export function useShownRanking(): void {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const score = useShownScore();
  const measure = useColouredMeasure();
  const crossed = useCrossedMeasures();
  const words = useMeasureWords();
  const shown = useProject(({ integration }) => integration.shown);
  const year = useProject(({ integration }) => integration.year);
  const selected = useProject(({ view }) =>
    view.selection.kind === 'region' ? view.selection.regionId : null,
  );

  const data = useMemo((): ShownData | null => {
    if (score === null) return null;
    const { result, source, under } = score;
    const node = rankedNode(shown);
    const { definitions } = source.table;
    const rows = rankedRows(result, source.regions, year, node, { measure, crossed }, language);
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
    const columns = scoresOverYears(result, node);
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
        name: shortName(source.regions, id, language),
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
    // The words change with the language only.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [score, measure, crossed, shown, year, selected, language, t]);

  useEffect(() => setShownData('integration', data), [data]);
  useEffect(() => () => setShownData('integration', null), []);
}
