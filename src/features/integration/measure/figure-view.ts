import type { IndicatorTable } from '#core/indicators/indicator.ts';
import { sourcesCited } from '#core/indicators/sources-behind.ts';
import { changesRelatively, figuresOf, unitFigures } from '#core/indicators/unit-figures.ts';
import { PAPER_YEARS } from '#core/scoring/score-options.ts';
import type { ShownMeasure } from '#state/document/integration-state.ts';
import type { MeasureSource, MeasureView } from './measure-view.ts';

/** Figures of units in a year, or their change since an earlier one; `null` where the table knows no such indicator. */
export function figureView(
  source: MeasureSource,
  shown: ShownMeasure,
  indicator: string,
  level: 'prefecture' | 'county',
  year: number,
  fromYear: number | null,
): MeasureView | null {
  const { result, table, counties } = source;
  const levelTable: IndicatorTable | null = level === 'county' ? counties : table;
  const definition = levelTable?.definitions.get(indicator);
  if (levelTable === null || definition === undefined) return null;
  const window = result.options.yearWindow;
  const compared = new Set(result.panel.regions.map(({ variantKey }) => variantKey));
  const series = [
    ...levelTable.series.filter((one) => one.level === level),
    ...(level === 'prefecture' ? table.regional.filter(({ variantKey }) => compared.has(variantKey)) : []),
  ];
  const codes = level === 'county' ? source.countyCodes : source.prefectureCodes;
  const { values, now, before, isOn2020Boundaries, transfers } = unitFigures(
    series,
    { indicator, level, year, fromYear, yearWindow: window },
    definition,
    codes,
  );
  const isRelative = changesRelatively(definition);
  return {
    shown,
    level,
    year,
    values,
    allYears:
      fromYear === null
        ? PAPER_YEARS.flatMap((one) =>
            [...figuresOf(series, indicator, one, window).values.values()].map(({ value }) => value),
          )
        : null,
    definition,
    unit: fromYear !== null && isRelative ? 'percent-change' : 'indicator',
    decimals: fromYear !== null && isRelative ? 1 : definition.decimals,
    provenance:
      fromYear === null
        ? definition.provenance
        : definition.provenance === 'modelled'
          ? 'modelled'
          : 'derived',
    isDiverging: fromYear !== null,
    isLowerBetter: definition.direction === -1,
    isSameTerritory: fromYear === null || isOn2020Boundaries,
    transfers,
    ownYears: [...new Set([...(before?.ownYears ?? []), ...now.ownYears])].sort((a, b) => a - b),
    sourceIds: [
      ...new Set(
        [now, ...(before === null ? [] : [before])].flatMap((figures) =>
          figures.series.flatMap((one) => sourcesCited(table.series, one)),
        ),
      ),
    ],
  };
}
