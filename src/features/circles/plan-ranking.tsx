import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import { type PlanFigure, planFigures } from '#core/uncertainty/plans-uncertainty.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { columnScale, headWithUnit, type ColumnScale } from '#ui/format/column-scale.ts';
import { formatNumber, formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from './circles.module.css';
import { RailSourcesUsed } from './more-data/sources-used.tsx';
import { PlanOrderSection } from './plan-order-section.tsx';
import { useFreshPlanRanges } from './plan-ranges.ts';
import { planReadings } from './plan-readings.ts';
import { plansTable } from './plans-table.ts';
import { useDefinition } from './use-definition.ts';

/** The columns, by which the ranking can be sorted, largest first, as the core names their figures. */
const FIGURES = {
  overlap: 'overlapPeople',
  coverage: 'coverage',
  beyondHour: 'peopleBeyondHour',
  beyondPlan: 'peopleBeyondPlan',
} as const satisfies Readonly<Record<string, PlanFigure>>;
type Column = keyof typeof FIGURES;
const COLUMN_NAMES: readonly Column[] = ['overlap', 'coverage', 'beyondHour', 'beyondPlan'];

const figureOf = (reading: PlanVersusHour, column: Column): number => planFigures(reading)[FIGURES[column]];

/** The plans read so far against the hour of their cores, in an order of one's choice, with the table to take away; nothing before. */
export function PlanRanking({
  chosen,
  nameOf,
  onChoose,
}: {
  /** Id of the region that is selected; `null` = none. */
  readonly chosen: string | null;
  readonly nameOf: (id: string) => string;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useTranslation(['circles', 'terms']);
  const language = useLanguage();
  const definition = useDefinition();
  const { kind, readings, circles: computedFor, added: computedWith } = useStore(planReadings);
  const tried = useFreshPlanRanges();
  const [column, setColumn] = useState<Column>('overlap');
  const [isAscending, setIsAscending] = useState(false);
  if (readings.length === 0) return null;
  const turn = isAscending ? -1 : 1;
  const sorted = readings.toSorted((a, b) => turn * (figureOf(b, column) - figureOf(a, column)));
  const scales: Readonly<Record<Column, ColumnScale>> = {
    overlap: { unit: '', show: (value) => formatNumber(value, language, 2) },
    coverage: { unit: '', show: (value) => formatShare(value, language, 0) },
    beyondHour: columnScale(
      sorted.map((reading) => figureOf(reading, 'beyondHour')),
      language,
    ),
    beyondPlan: columnScale(
      sorted.map((reading) => figureOf(reading, 'beyondPlan')),
      language,
    ),
  };
  const sortBy = (next: Column) => {
    setIsAscending(next === column && !isAscending);
    setColumn(next);
  };
  return (
    <>
      <PanelSection
        title={t(kind, { ns: 'terms' })}
        aside={
          <>
            {sorted.length} <ProvenanceTag provenance="modelled" />
          </>
        }
      >
        <RailSourcesUsed rail={computedWith.rail} />
        {computedFor !== null && (
          <TableTools
            title={t('plans.title')}
            fileName="plan-versus-hour"
            rows={() => plansTable(sorted, nameOf, definition(computedFor), tried)}
            origins={() => originsOf(['regions', 'rail-timetable', 'county-raster'])}
            origin={tableOrigin}
            opens={false}
            isAbove
          />
        )}
        <table className={classes.ranking} data-testid="plan-ranking">
          <thead>
            <tr>
              <th scope="col">{t(kind, { ns: 'terms' })}</th>
              {COLUMN_NAMES.map((each) => (
                <th
                  key={each}
                  scope="col"
                  aria-sort={each !== column ? 'none' : isAscending ? 'ascending' : 'descending'}
                >
                  <button type="button" className={classes.sortable} onClick={() => sortBy(each)}>
                    {headWithUnit(t(`plans.${each}`), scales[each].unit, language)}
                    {each === column && (isAscending ? ' ↑' : ' ↓')}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((reading) => (
              <tr
                key={reading.id}
                className={classes.row}
                aria-selected={reading.id === chosen}
                onClick={() => onChoose(reading.id)}
              >
                <td>
                  <button type="button" className={classes.sortable}>
                    {nameOf(reading.id)}
                  </button>
                </td>
                {COLUMN_NAMES.map((each) => (
                  <td key={each}>{scales[each].show(figureOf(reading, each))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.hint}>{t('plans.overlapNote')}</p>
      </PanelSection>
      <PlanOrderSection
        figure={FIGURES[column]}
        title={t(`plans.${column}`)}
        scale={scales[column]}
        ids={sorted.map(({ id }) => id)}
        nameOf={nameOf}
      />
    </>
  );
}
