import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioUncertainty } from '#core/uncertainty/scenario-uncertainty.ts';
import { setShownData, type ShownData } from '#state/told/shown-data.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { changeRangeTable } from './change-range-rows.ts';
import { comparisonRows } from './comparison-rows.ts';
import { useActiveScenario, useComparisonStatus } from './comparison-store.ts';

/**
 * Tells exporters what the active scenario changes within the cut-off.
 * @param ranges how sure that is, where it is computed
 */
export function useShownComparison(ranges: ScenarioUncertainty | null): void {
  const { t } = useTranslation(['scenarios', 'terms']);
  const language = useLanguage();
  const active = useActiveScenario();
  const { comparison } = useComparisonStatus();
  const scenario = active?.scenario ?? null;
  const data = useMemo((): ShownData | null => {
    if (comparison === null || scenario === null || comparison.scenarioId !== scenario.id) return null;
    const { minutes, answer } = comparison;
    return {
      charts: [],
      tables: [
        {
          title: `${scenario.name} · ${t('within', { minutes })}`,
          columns: [
            { title: '', isNumber: false },
            { title: t('area'), isNumber: true },
            { title: t('people'), isNumber: true },
            { title: t('counties'), isNumber: true },
          ],
          rows: comparisonRows(answer, language).map(({ side, figures }) => [t(side), ...figures]),
          remark: t('provenance.modelled', { ns: 'terms' }),
        },
        ...(ranges === null ? [] : [changeRangeTable(ranges, t, language)]),
      ],
    };
  }, [comparison, scenario, ranges, language, t]);
  useEffect(() => setShownData('scenario', () => data), [data]);
  useEffect(() => () => setShownData('scenario', null), []);
}
