import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountyAccessibility, NoAccessibility } from '#core/accessibility/accessibility.ts';
import { summariseAccessibility } from '#core/accessibility/accessibility-summary.ts';
import { type Opportunity, weightedFigures } from '#core/accessibility/opportunity.ts';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { useCountyNames } from '#state/county-names.ts';
import { selectAndTravel } from '#state/selection-in-view.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { columnScale, headWithUnit } from '#ui/format/column-scale.ts';
import { formatCompact, formatNumber, formatYuan, YUAN_PER_100M } from '#ui/format/number-format.ts';
import { bracketed, listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';
import { FirstOrAll } from '../first-or-all.tsx';
import { ResidentClasses } from './resident-classes.tsx';

/** Rows of the table until one asks for all. */
const FIRST = 12;
/** Names listed of counties without a figure. */
const MOST_NAMES = 12;

/** What the counties reach, summed up over residents and one by one. */
export function AccessibilityResults({
  counties,
  opportunity,
  minutes,
  children,
}: {
  readonly counties: readonly CountyAccessibility[];
  readonly opportunity: Opportunity;
  readonly minutes: number;
  /** Between the summary and the counties one by one. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const nameOf = useCountyNames('where-repeated');
  const summary = useMemo(
    () => summariseAccessibility(weightedFigures(counties, opportunity)),
    [counties, opportunity],
  );
  const unit = opportunity === 'people' ? '' : t('access.unit.gdp');
  const figure = (value: number) =>
    opportunity === 'people' ? formatCompact(value, language) : formatYuan(value * YUAN_PER_100M, language);
  const named = (codes: readonly Adcode[]) =>
    listed(codes.slice(0, MOST_NAMES).map(nameOf), language) + (codes.length > MOST_NAMES ? '…' : '');
  const without = (reason: NonNullable<CountyAccessibility['without']>) =>
    counties.flatMap((county) => (county.without === reason ? [county.adcode] : []));
  const unknown = counties.flatMap(({ adcode, residents, [opportunity]: value }) =>
    value !== null && residents === null ? [adcode] : [],
  );
  const partly =
    opportunity === 'gdp'
      ? counties.filter(({ gdpKnownShare }) => gdpKnownShare !== null && gdpKnownShare < 0.999).length
      : 0;
  if (summary === null) {
    return (
      <PanelSection title={t('access.spread')}>
        <Notice kind="empty" title={t('access.nothing')}>
          {t('access.nothingNext')}
        </Notice>
      </PanelSection>
    );
  }
  return (
    <>
      <PanelSection title={t('access.spread')}>
        <dl className={classes.figures} data-testid="accessibility-mean">
          <div>
            <dt>{t('access.mean')}</dt>
            <dd>{figure(summary.mean)}</dd>
          </div>
          <div>
            <dt>{t('access.gini')}</dt>
            <dd>{formatNumber(summary.gini, language, 3)}</dd>
          </div>
        </dl>
        <table className={classes.table}>
          <tbody>
            {(
              [
                ['low', summary.p10],
                ['median', summary.p50],
                ['high', summary.p90],
              ] as const
            ).map(([id, value]) => (
              <tr key={id}>
                <th scope="row">{t(`access.${id}`)}</th>
                <td>{figure(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.hint}>
          {t('access.residents', {
            people: formatCompact(summary.residents, language),
            counties: formatNumber(summary.counties, language),
          })}{' '}
          {t('access.giniNote')}
        </p>
        {(['no-station', 'origin-not-on-land'] as const).map((reason) => {
          const codes = without(reason);
          return codes.length === 0 ? null : (
            <p key={reason} className={classes.hint}>
              {t(`access.without.${reason}`, { count: codes.length, names: named(codes) })}
            </p>
          );
        })}
        {unknown.length > 0 && (
          <p className={classes.hint}>
            {t('access.unknownResidents', { count: unknown.length, names: named(unknown) })}
          </p>
        )}
        {partly > 0 && <p className={classes.hint}>{t('access.gdpPartly', { count: partly })}</p>}
        <ResidentClasses counties={counties} opportunity={opportunity} />
        <p className={classes.hint}>{t('access.seat')}</p>
      </PanelSection>
      {children}
      <CountyRanking
        counties={counties}
        opportunity={opportunity}
        minutes={minutes}
        unit={unit}
        nameOf={nameOf}
      />
    </>
  );
}

function CountyRanking({
  counties,
  opportunity,
  minutes,
  unit,
  nameOf,
}: {
  readonly counties: readonly CountyAccessibility[];
  readonly opportunity: Opportunity;
  readonly minutes: number;
  readonly unit: string;
  readonly nameOf: (adcode: Adcode) => string;
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const [isAscending, setIsAscending] = useState(false);
  const rows = useMemo(
    () =>
      counties
        .filter((county) => county[opportunity] !== null)
        .toSorted((a, b) => (isAscending ? 1 : -1) * ((a[opportunity] ?? 0) - (b[opportunity] ?? 0))),
    [counties, opportunity, isAscending],
  );
  const people = columnScale(
    rows.map(({ residents }) => residents),
    language,
  );
  const reached = columnScale(
    rows.map((county) => county[opportunity]),
    language,
  );
  const show = (value: number | null) =>
    opportunity === 'people' ? reached.show(value) : formatNumber(value, language);
  return (
    <PanelSection
      title={`${t('access.counties')}${bracketed(rows.length, language)}`}
      aside={
        <TableTools
          title={t('access.counties')}
          fileName={`accessibility-within-${minutes}-min`}
          rows={() => [
            [
              'adcode',
              'name',
              'residents',
              'people_within',
              'gdp_within_100m_cny',
              'gdp_known_share',
              'no_figure',
            ],
            ...counties.map((county) => [
              county.adcode,
              nameOf(county.adcode),
              county.residents,
              county.people,
              county.gdp,
              county.gdpKnownShare,
              county.without,
            ]),
          ]}
          wordOf={(column, code) =>
            column === 'no_figure' ? t(`access.reason.${code as NoAccessibility}`) : undefined
          }
          origins={() => originsOf(['rail-timetable', 'county-raster'])}
          origin={tableOrigin}
        />
      }
    >
      <FirstOrAll items={rows} first={FIRST}>
        {(shown) => (
          <table className={classes.table} data-testid="accessibility-counties">
            <thead>
              <tr>
                <th scope="col">{t('access.county')}</th>
                <th scope="col">{headWithUnit(t('access.people'), people.unit, language)}</th>
                <th scope="col" aria-sort={isAscending ? 'ascending' : 'descending'}>
                  <button
                    type="button"
                    className={classes.sortable}
                    title={t(isAscending ? 'access.most' : 'access.least')}
                    onClick={() => setIsAscending(!isAscending)}
                  >
                    {headWithUnit(
                      t('access.class'),
                      opportunity === 'people' ? reached.unit : unit,
                      language,
                    )}
                    {isAscending ? ' ↑' : ' ↓'}
                  </button>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((county) => (
                <tr key={county.adcode}>
                  <td>
                    <button
                      type="button"
                      className={classes.origin}
                      onClick={() => selectAndTravel({ kind: 'unit', adcode: county.adcode })}
                    >
                      {nameOf(county.adcode)}
                    </button>
                  </td>
                  <td>{people.show(county.residents)}</td>
                  <td>{show(county[opportunity])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </FirstOrAll>
    </PanelSection>
  );
}
