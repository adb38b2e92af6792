import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CELL_BOTH, type DifferenceSurface } from '#core/scenario/compare-surfaces.ts';
import { peopleWithin, type CircleReadings } from '#core/surface/circle-readings.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { useStationName } from '#state/station-names.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import {
  type NumberLanguage,
  formatCompact,
  formatMinutes,
  formatNumber,
  formatPart,
} from '#ui/format/number-format.ts';
import { bracketed, colon, listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { changedCounties, comparisonRows, comparisonTable } from './comparison-rows.ts';
import { type Comparison } from './comparison-store.ts';
import { useCountyNames } from '#state/county-names.ts';
import { OwnSources } from './own-sources.tsx';
import classes from './scenarios.module.css';

/** The data files behind travel times and the people within them. */
const TRAVEL_DATA = ['rail-timetable', 'county-raster'] as const;
/** Longest lists of counties and stations before they are cut. */
const MOST_ROWS = 8;

/** True when some cell within the cut-off has another time, or is within it on one side only. */
function hasChange({ minutes, state }: DifferenceSurface): boolean {
  return state.some((value, cell) => (value === CELL_BOTH ? minutes[cell] !== 0 : value !== 0));
}

/** What the scenario changes within the minutes: people and area, time saved, laws, counties, modelled stations. */
export function ComparisonFigures({
  comparison,
  isStale,
}: {
  readonly comparison: Comparison;
  readonly isStale: boolean;
}) {
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
  const countyName = useCountyNames('always', hasCounties);
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
      <TableTools
        title={t('within', { minutes })}
        fileName={`scenario-within-${minutes}-min`}
        rows={() => comparisonTable(answer)}
        origins={() => originsOf(TRAVEL_DATA)}
        origin={tableOrigin}
        isAbove
      />
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
      {hasCounties && (
        <TableTools
          title={t('changedCounties')}
          fileName={`scenario-counties-within-${minutes}-min`}
          rows={() => changedCounties(answer, countyName)}
          origins={() => originsOf(TRAVEL_DATA)}
          origin={tableOrigin}
          isAbove
        />
      )}
      <CountyList title={t('gainedCounties')} readings={gained} nameOf={countyName} />
      <CountyList title={t('lostCounties')} readings={lost} nameOf={countyName} />
      {modelled.length > 0 && (
        <details>
          <summary className={classes.hint}>
            {t('stations')}
            {bracketed(modelled.length, language)}
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
