import { SegmentedControl, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { CELL_BOTH, type DifferenceSurface } from '#core/scenario/compare-surfaces.ts';
import { peopleWithin, type CircleReadings } from '#core/surface/circle-readings.ts';
import { useArtefact, useUnits } from '#state/atlas-data.ts';
import { circleOpening } from '#state/circles/circle-worker.ts';
import { setCircleMinutes, setCircleOrigins } from '#state/commands/circle-commands.ts';
import { setComparison } from '#state/commands/scenario-commands.ts';
import { travelTo } from '#state/camera-motion.ts';
import { COMPARISON_VIEWS } from '#state/document/project-document.ts';
import { dispatch, useProject } from '#state/store.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { useStationName } from '#state/station-names.ts';
import { MinutesSlider } from '#ui/controls/minutes-slider.tsx';
import { FactList } from '#ui/facts/fact-list.tsx';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import {
  type NumberLanguage,
  formatCompact,
  formatMinutes,
  formatNumber,
  formatShare,
  formatPart,
} from '#ui/format/number-format.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { bracketed, colon, listed } from '#ui/i18n/punctuation.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { changedCounties, comparisonRows, comparisonTable } from './comparison-rows.ts';
import { type Comparison, useComparisonStatus } from './comparison-store.ts';
import { failureWords } from './failure-words.ts';
import { useRefusedOrigin } from './moved-origin.ts';
import { OwnSources } from './own-sources.tsx';
import classes from './scenarios.module.css';

/** The data files behind travel times and the people within them. */
const TRAVEL_DATA = ['rail-timetable', 'county-raster'] as const;
/** Longest lists of counties and stations before they are cut. */
const MOST_ROWS = 8;
/** Zoom at which an origin is shown with its hour. */
const ORIGIN_ZOOM = 7;

/** True when some cell within the cut-off has another time, or is within it on one side only. */
function hasChange({ minutes, state }: DifferenceSurface): boolean {
  return state.some((value, cell) => (value === CELL_BOTH ? minutes[cell] !== 0 : value !== 0));
}

/** Origin and minutes, then what the scenario changes there: figures, counties, laws. */
export function ComparisonResults() {
  const { t } = useTranslation(['scenarios', 'terms']);
  const language = useLanguage();
  const { comparison, failure, isComputing } = useComparisonStatus();
  const refused = useRefusedOrigin();
  const circles = useProject((document) => document.circles);
  const shown = useProject((document) => document.comparison.shown);
  const opening = useStore(circleOpening, ({ progress }) => progress);
  const units = useUnits();
  const cities = useMemo(
    () =>
      inNameOrder(units.values(), language).map((unit) => ({
        value: unit.adcode,
        label: pickName(unit, language),
      })),
    [units, language],
  );
  const [origin] = circles.origins;
  return (
    <PanelSection
      title={t('result')}
      aside={
        <>
          {t(`mode.${circles.mode}`, { ns: 'terms' })} <ProvenanceTag provenance="modelled" />
        </>
      }
    >
      <Select
        label={t('origin')}
        size="xs"
        searchable
        data={cities}
        limit={60}
        value={origin?.kind === 'unit' && circles.origins.length === 1 ? origin.adcode : null}
        placeholder={
          origin === undefined
            ? t('choose')
            : listed(
                circles.origins.map((each) =>
                  each.kind === 'point'
                    ? each.label || '—'
                    : (cities.find(({ value }) => value === each.adcode)?.label ?? each.adcode),
                ),
                language,
              )
        }
        onChange={(adcode) => {
          if (adcode === null) return;
          dispatch(setCircleOrigins([{ kind: 'unit', adcode }]));
          const seat = units.get(adcode)?.seat;
          if (seat !== undefined) travelTo({ kind: 'point', at: seat, zoom: ORIGIN_ZOOM });
        }}
      />
      {refused !== null && (
        <Notice kind="failed" title={t('originStays')}>
          {failureWords(refused, t)} {t('originAgain')}
        </Notice>
      )}
      <p className={classes.hint}>
        {t('budget')}
        {colon(language)}
        {formatMinutes(circles.minutes, language)}
      </p>
      <MinutesSlider
        label={t('budget')}
        minutes={circles.minutes}
        onChange={(minutes) => dispatch(setCircleMinutes(minutes))}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('view')}
        data={COMPARISON_VIEWS.map((value) => ({ value, label: t(`shown.${value}`) }))}
        value={shown}
        onChange={(value) => dispatch(setComparison({ shown: value }))}
      />
      {origin === undefined && <Notice kind="empty" title={t('noOrigin')} />}
      {failure !== null && (
        <Notice kind="failed" title={comparison === null ? t('failedFirst') : t('failed')}>
          {failureWords(failure, t)}
        </Notice>
      )}
      {comparison === null && isComputing && (
        <Notice
          kind="loading"
          title={`${t('computing')}${opening !== null && opening.total > 0 ? ` ${formatShare(opening.done / opening.total, language, 0)}` : ''}`}
        />
      )}
      {comparison !== null && <Figures comparison={comparison} isStale={failure !== null} />}
    </PanelSection>
  );
}

function Figures({ comparison, isStale }: { readonly comparison: Comparison; readonly isStale: boolean }) {
  const { t } = useTranslation('scenarios');
  const stationName = useStationName();
  const language = useLanguage();
  const { minutes, answer, added } = comparison;
  const { before, after, gained, lost, laws } = answer;
  const inBoth = before.readings.population - lost.population;
  const changed = useMemo(() => hasChange(answer.difference), [answer.difference]);
  const checked = laws.ok ? laws.checked : laws.violations.map(({ law }) => law);
  const modelled = after.circle.stations.filter((station) => station.modelled && station.minutes <= minutes);
  const rows = comparisonRows(answer, language);
  const hasCounties = gained.counties.length + lost.counties.length > 0;
  const countyName = useCountyName(hasCounties);
  return (
    <div className={isStale ? classes.stale : undefined} data-testid="scenario-figures">
      <dl className={classes.big}>
        <div>
          <dt>
            {t('gained')} · {t('people')}
          </dt>
          <dd className={gained.population > 0 ? classes.better : undefined}>
            {formatCompact(peopleWithin(gained), language)}
          </dd>
        </div>
        <div>
          <dt>
            {t('lost')} · {t('people')}
          </dt>
          <dd className={lost.population > 0 ? classes.worse : undefined}>
            {formatCompact(peopleWithin(lost), language)}
          </dd>
        </div>
      </dl>
      <OwnSources rail={added.rail} people={after.readings.peopleFrom} />
      {!changed && <p className={classes.hint}>{t('nothingChanged', { minutes })}</p>}
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('within', { minutes })}</th>
            <th scope="col">{t('area')}</th>
            <th scope="col">{t('people')}</th>
            <th scope="col">{t('counties')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ side, figures }) => (
            <tr key={side}>
              <th scope="row">{t(side)}</th>
              {figures.map((figure, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns are never reordered
                <td key={column}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <TableTools
        title={t('within', { minutes })}
        fileName={`scenario-within-${minutes}-min`}
        rows={() => comparisonTable(answer)}
        origins={() => originsOf(TRAVEL_DATA)}
        origin={tableOrigin}
      />
      {changed && inBoth > 0 && (
        <p className={classes.hint}>
          {t('saved')}
          {colon(language)}
          {formatLeast(answer.savedPersonMinutes / inBoth, language)} {t('minutesShort')}
          {bracketed(t('savedNote', { minutes, people: formatCompact(inBoth, language) }), language)}
        </p>
      )}
      <p className={classes.laws} data-ok={laws.ok} role={laws.ok ? undefined : 'alert'}>
        {t(laws.ok ? 'lawsOk' : 'lawsBroken', {
          laws: listed(
            checked.map((law) => t(`law.${law}`)),
            language,
          ),
        })}
      </p>
      <CountyList title={t('gainedCounties')} readings={gained} nameOf={countyName} />
      <CountyList title={t('lostCounties')} readings={lost} nameOf={countyName} />
      {hasCounties && (
        <TableTools
          title={t('changedCounties')}
          fileName={`scenario-counties-within-${minutes}-min`}
          rows={() => changedCounties(answer, countyName)}
          origins={() => originsOf(TRAVEL_DATA)}
          origin={tableOrigin}
        />
      )}
      {modelled.length > 0 && (
        <details>
          <summary className={classes.hint}>
            {t('stations')} ({modelled.length})
          </summary>
          <p className={classes.hint}>{t('stationsNote')}</p>
          <FactList
            facts={modelled.slice(0, MOST_ROWS * 3).map((station) => ({
              label: stationName(station.name),
              value: formatMinutes(station.minutes, language),
              note: station.transfers > 0 ? t('transfers', { count: station.transfers }) : undefined,
            }))}
          />
        </details>
      )}
    </div>
  );
}

/** Names of county-level units with their prefecture. */
function useCountyName(isWanted: boolean): (adcode: string) => string {
  const language = useLanguage();
  const counties = useArtefact('units-county', isWanted);
  const units = useUnits();
  const names = useMemo(
    () => new Map((counties?.units ?? []).map((unit) => [unit.adcode, unit])),
    [counties],
  );
  return (adcode) => {
    const unit = names.get(adcode) ?? units.get(adcode);
    const parent = unit?.prefecture == null ? undefined : units.get(unit.prefecture);
    const own = unit === undefined ? adcode : pickName(unit, language);
    return parent === undefined || parent === unit ? own : `${own} · ${pickName(parent, language)}`;
  };
}

function CountyList({
  title,
  readings,
  nameOf,
}: {
  readonly title: string;
  readonly readings: CircleReadings;
  readonly nameOf: (adcode: string) => string;
}) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  if (readings.counties.length === 0) return null;
  return (
    <>
      <p className={classes.hint}>{title}</p>
      <FactList
        facts={readings.counties.slice(0, MOST_ROWS).map(({ adcode, share, population }) => ({
          label: nameOf(adcode),
          value: formatCompact(population, language),
          note: t('share', { share: formatPart(share, language) }),
        }))}
      />
    </>
  );
}

/** A mean with one decimal; what is not nothing is not said to be nothing. */
function formatLeast(value: number, language: NumberLanguage): string {
  if (value === 0 || Math.abs(value) >= 0.05) return formatNumber(value, language, 1);
  return `${value > 0 ? '< ' : '> −'}${formatNumber(0.1, language, 1)}`;
}
