import { MultiSelect } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isObsolete } from '#compute/protocol.ts';
import type { TravelTimeMatrix } from '#core/surface/circle-engine.ts';
import type { Failure } from '#core/units/result.ts';
import { useUnits } from '#state/atlas-data.ts';
import { circleRequestOf } from '#state/circles/circle-questions.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import { setComparison } from '#state/commands/scenario-commands.ts';
import { MOST_TABLE_CITIES, type Scenario } from '#state/document/project-document.ts';
import { dispatch, useProject } from '#state/store.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { TableTools } from '#ui/figures/table-tools.tsx';
import type { CsvCell } from '#ui/files/save-file.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { formatNumber, formatSigned, NO_VALUE } from '#ui/format/number-format.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { failureWords } from './failure-words.ts';
import classes from './scenarios.module.css';

/** Changes smaller than this are shown as none, minutes. */
const NOTICEABLE_MINUTES = 0.5;

interface Matrices {
  readonly cities: readonly string[];
  readonly before: TravelTimeMatrix;
  readonly after: TravelTimeMatrix;
}

/** Travel times between chosen cities after the scenario, with their change. */
export function MatrixChanges({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const units = useUnits();
  const cities = useProject((document) => document.comparison.cities);
  const circles = useProject((document) => document.circles);
  const added = useStore(addedTravelData);
  const [matrices, setMatrices] = useState<Matrices | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { edits } = scenario;
  const options = useMemo(
    () =>
      inNameOrder(units.values(), language).map((unit) => ({
        value: unit.adcode,
        label: pickName(unit, language),
      })),
    [units, language],
  );

  useEffect(() => {
    if (cities.length < 2) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const places = cities.map((adcode) => ({ kind: 'city', adcode }) as const);
    const { mode, preset, parameters, edits: base = [] } = circleRequestOf(circles, circles.minutes);
    const request = { mode, ...(preset && { preset }), ...(parameters && { parameters }) };
    const ask = (all: typeof base) =>
      circleWorker().call('matrix', { places, request: { ...request, edits: all } }, { signal });
    void Promise.all([ask(base), ask([...base, ...edits])]).then(([before, after]) => {
      if (signal.aborted) return;
      if (before.ok && after.ok) {
        setMatrices({ cities, before: before.value, after: after.value });
        setFailure(null);
        return;
      }
      const failed = before.ok ? after : before;
      if (!failed.ok && !isObsolete(failed.failure)) setFailure(failed.failure);
    });
    return () => controller.abort();
    // `added` is not read here: it is what the worker computes with, and a change asks anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [cities, circles, edits, added]);

  const name = (adcode: string): string => {
    const unit = units.get(adcode);
    if (unit === undefined) return adcode;
    return language === 'en' ? unit.nameEn : unit.shortNameZh;
  };
  return (
    <PanelSection title={t('matrix')} aside={<ProvenanceTag provenance="modelled" />}>
      <MultiSelect
        size="xs"
        label={t('matrixCities')}
        searchable
        data={options}
        limit={40}
        maxValues={MOST_TABLE_CITIES}
        value={[...cities]}
        onChange={(next) => dispatch(setComparison({ cities: next }))}
      />
      {cities.length < 2 && <p className={classes.hint}>{t('matrixEmpty')}</p>}
      {failure !== null && (
        <Notice kind="failed" title={t('failedFirst')}>
          {failureWords(failure, t)}
        </Notice>
      )}
      {cities.length >= 2 && matrices !== null && (
        <>
          <TableTools
            title={t('matrix')}
            fileName={`scenario-matrix-${circles.mode}`}
            rows={() => changesTable(matrices, name)}
            origins={() => originsOf(['rail-timetable', 'county-raster'])}
            origin={tableOrigin}
            isAbove
          />
          <div className={classes.scroll}>
            <table className={classes.table} data-testid="scenario-matrix">
              <thead>
                <tr>
                  <th>{t('minutes')}</th>
                  {matrices.cities.map((adcode) => (
                    <th key={adcode} scope="col">
                      {name(adcode)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {matrices.cities.map((from, row) => (
                  <tr key={from}>
                    <th scope="row">{name(from)}</th>
                    {matrices.cities.map((to, column) => (
                      <td key={to}>
                        {row === column ? (
                          ''
                        ) : (
                          <Cell
                            modelled={matrices.after.modelled[row]?.[column] === true}
                            before={matrices.before.minutes[row]?.[column] ?? null}
                            after={matrices.after.minutes[row]?.[column] ?? null}
                          />
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className={classes.hint}>{t('matrixNote')}</p>
        </>
      )}
    </PanelSection>
  );
}

/** As exact as tables of times are, also where they are modelled. */
const tenths = (minutes: number): number => Number(minutes.toFixed(1));

/** Every ordered pair of cities with its minutes before and after. */
function changesTable(
  { cities, before, after }: Matrices,
  nameOf: (adcode: string) => string,
): readonly (readonly CsvCell[])[] {
  const rows = cities.flatMap((from, row) =>
    cities.flatMap((to, column): (readonly CsvCell[])[] => {
      if (row === column) return [];
      const was = before.minutes[row]?.[column] ?? null;
      const is = after.minutes[row]?.[column] ?? null;
      return [
        [
          from,
          nameOf(from),
          to,
          nameOf(to),
          was === null ? null : tenths(was),
          is === null ? null : tenths(is),
          was === null || is === null ? null : tenths(is - was),
          after.modelled[row]?.[column] === true,
        ],
      ];
    }),
  );
  return [
    ['from', 'from_name', 'to', 'to_name', 'minutes_before', 'minutes_after', 'minutes_change', 'modelled'],
    ...rows,
  ];
}

function Cell({
  before,
  after,
  modelled,
}: {
  readonly before: number | null;
  readonly after: number | null;
  readonly modelled: boolean;
}) {
  const language = useLanguage();
  const change = before === null || after === null ? null : after - before;
  const text = after === null ? NO_VALUE : formatNumber(after, language);
  const time = modelled ? <span className={classes.modelledTime}>{text}</span> : text;
  if (change === null || Math.abs(change) < NOTICEABLE_MINUTES) return time;
  return (
    <>
      {time}{' '}
      <span className={change < 0 ? classes.better : classes.worse}>
        ({formatSigned(change, language, 0)})
      </span>
    </>
  );
}
