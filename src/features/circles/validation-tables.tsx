import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorGroup, ModelledRidesReport } from '#core/network/check-modelled-rides.ts';
import type { PublishedTimeCheck } from '#core/surface/check-published-times.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { useStationName } from '#state/station-names.ts';
import { sourceWords } from '#ui/facts/source-words.ts';
import { formatNumber, formatSigned, NO_VALUE } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { colon, listed } from '#ui/i18n/punctuation.ts';
import classes from './circles.module.css';

const FIRST = 10;

/** Errors of modelled rides: their spread as bars, then by speed class and by vintage. */
export function RideErrors({ rides }: { readonly rides: ModelledRidesReport }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const { groups, histogram } = rides;
  const [all] = groups;
  const most = Math.max(1, ...histogram.map(({ count }) => count));
  const last = histogram.length - 1;
  const binName = (index: number): string => {
    const { fromMinutes, toMinutes } = histogram[index] ?? { fromMinutes: 0, toMinutes: 0 };
    const [low, high] = [formatSigned(fromMinutes, language, 0), formatSigned(toMinutes, language, 0)];
    if (index === 0) return `< ${high}`;
    return index === last ? `≥ ${low}` : `${low} … ${high}`;
  };
  return (
    <PanelSection
      title={t('validation.rides')}
      aside={
        all === undefined
          ? null
          : t('validation.pairs', { count: all.count, shown: formatNumber(all.count, language) })
      }
    >
      <p className={classes.hint}>{t('validation.ridesNote')}</p>
      <p className={classes.label}>{t('validation.histogram')}</p>
      <ul className={classes.histogram} aria-label={t('validation.histogram')}>
        {histogram.map(({ fromMinutes, count }, index) => (
          <li key={fromMinutes} title={`${binName(index)}${colon(language)}${formatNumber(count, language)}`}>
            <span className={classes.binCount}>{formatNumber(count, language)}</span>
            <span
              className={classes.bar}
              data-side={fromMinutes < 0 ? 'faster' : 'slower'}
              style={{ height: `${(count / most) * 72}px` }}
            />
            <span className={classes.binName}>
              {index === 0 ? '' : formatSigned(fromMinutes, language, 0)}
            </span>
          </li>
        ))}
      </ul>
      <Errors
        title={t('validation.speedClass')}
        testId="errors-by-class"
        rows={groups.filter(({ vintage }) => vintage === null)}
        nameOf={({ speedClassKmh }) =>
          speedClassKmh === null ? t('validation.all') : `${speedClassKmh} ${t('unit.km/h', { ns: 'terms' })}`
        }
      />
      <Errors
        title={t('validation.vintage')}
        testId="errors-by-vintage"
        rows={groups.filter(({ vintage, speedClassKmh }) => vintage !== null && speedClassKmh === null)}
        nameOf={({ vintage }) => vintageName(vintage, t('validation.press'))}
      />
      <CrossTable groups={groups} />
      <p className={classes.hint}>{t('validation.errorNote')}</p>
    </PanelSection>
  );
}

function vintageName(vintage: string | null, press: string): string {
  return vintage === 'press' ? press : (vintage ?? '');
}

function Errors({
  title,
  testId,
  rows,
  nameOf,
}: {
  readonly title: string;
  readonly testId: string;
  readonly rows: readonly ErrorGroup[];
  readonly nameOf: (group: ErrorGroup) => string;
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  return (
    <table className={classes.table} data-testid={testId}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('validation.count')}</th>
          <th scope="col">{t('validation.mean')}</th>
          <th scope="col">{t('validation.absolute')}</th>
          <th scope="col">{t('validation.range')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((group) => (
          <tr key={`${group.speedClassKmh ?? ''}:${group.vintage ?? ''}`}>
            <td>{nameOf(group)}</td>
            <td>{formatNumber(group.count, language)}</td>
            <td>{formatSigned(group.meanMinutes, language, 1)}</td>
            <td>{formatNumber(group.meanAbsoluteMinutes, language, 1)}</td>
            <td>
              {formatSigned(group.p5Minutes, language, 0)} … {formatSigned(group.p95Minutes, language, 0)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Mean absolute error by speed class (rows) and vintage (columns), with the number of rides. */
function CrossTable({ groups }: { readonly groups: readonly ErrorGroup[] }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const vintages = groups.flatMap(({ vintage, speedClassKmh }) =>
    vintage !== null && speedClassKmh === null ? [vintage] : [],
  );
  const speeds = groups.flatMap(({ vintage, speedClassKmh }) =>
    vintage === null && speedClassKmh !== null ? [speedClassKmh] : [],
  );
  return (
    <>
      <p className={classes.label}>{t('validation.cross')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('unit.km/h', { ns: 'terms' })}</th>
            {vintages.map((vintage) => (
              <th key={vintage} scope="col">
                {vintageName(vintage, t('validation.press'))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {speeds.map((speed) => (
            <tr key={speed}>
              <td>{speed}</td>
              {vintages.map((vintage) => {
                const group = groups.find((each) => each.speedClassKmh === speed && each.vintage === vintage);
                return (
                  <td
                    key={vintage}
                    title={
                      group &&
                      t('validation.pairs', {
                        count: group.count,
                        shown: formatNumber(group.count, language),
                      })
                    }
                  >
                    {group === undefined ? NO_VALUE : formatNumber(group.meanAbsoluteMinutes, language, 1)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Published fastest times beside the engine's answers. */
export function PublishedTimes({ checks }: { readonly checks: readonly PublishedTimeCheck[] }) {
  const { t } = useTranslation('circles');
  const stationName = useStationName();
  const language = useLanguage();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <PanelSection title={t('validation.published')} aside={checks.length}>
      <p className={classes.hint}>{t('validation.publishedNote')}</p>
      <table className={classes.table} data-testid="published-times">
        <thead>
          <tr>
            <th scope="col">{t('validation.pair')}</th>
            <th scope="col">{t('validation.publishedMinutes')}</th>
            <th scope="col">{t('validation.inVehicle')}</th>
            <th scope="col">{t('validation.formula')}</th>
            <th scope="col">{t('validation.doors')}</th>
          </tr>
        </thead>
        <tbody>
          {checks.slice(0, isWhole ? checks.length : FIRST).map((check) => (
            <tr key={`${check.published.from}:${check.published.to}`}>
              <td title={sourceWords(check.published.source, language)}>
                {stationName(check.published.from)}–{stationName(check.published.to)}
              </td>
              <td title={String(check.published.year)}>{formatNumber(check.published.minutes, language)}</td>
              <td title={listed(check.vintages, language)}>
                {formatNumber(check.inVehicleMinutes, language)}
              </td>
              <td>{formatNumber(check.modelledMinutes, language)}</td>
              <td>{formatNumber(check.doorToDoorMinutes, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {checks.length > FIRST && (
        <Button variant="default" fullWidth mt={8} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('county.less', { count: FIRST }) : t('county.more', { count: checks.length })}
        </Button>
      )}
    </PanelSection>
  );
}

/** The rides that the formula misses by most. */
export function WorstRides({ rides }: { readonly rides: ModelledRidesReport }) {
  const { t } = useTranslation('circles');
  const stationName = useStationName();
  const language = useLanguage();
  const lines = useArtefact('rail-lines') ?? [];
  return (
    <PanelSection title={t('validation.worst')} aside={rides.worst.length}>
      <p className={classes.hint}>{t('validation.worstNote')}</p>
      <table className={classes.table} data-testid="worst-rides">
        <thead>
          <tr>
            <th scope="col">{t('validation.pair')}</th>
            <th scope="col">{t('validation.km')}</th>
            <th scope="col">{t('validation.observed')}</th>
            <th scope="col">{t('validation.formula')}</th>
          </tr>
        </thead>
        <tbody>
          {rides.worst.map(
            ({ from, to, line, km, observedMinutes, modelledMinutes, vintage, speedClassKmh }) => {
              const known = lines.find(({ id }) => id === line);
              return (
                <tr key={`${from}:${to}:${vintage}`}>
                  <td>
                    {stationName(from)}–{stationName(to)}
                    <span className={classes.small}>
                      {known === undefined ? line : pickName(known, language)} · {speedClassKmh}{' '}
                      {t('unit.km/h', { ns: 'terms' })} · {vintageName(vintage, t('validation.press'))}
                    </span>
                  </td>
                  <td>{formatNumber(km, language)}</td>
                  <td>{formatNumber(observedMinutes, language)}</td>
                  <td>{formatNumber(modelledMinutes, language)}</td>
                </tr>
              );
            },
          )}
        </tbody>
      </table>
    </PanelSection>
  );
}
