import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type AccessibilityChange, LEAST_CHANGE } from '#core/accessibility/accessibility-change.ts';
import type { Opportunity } from '#core/accessibility/opportunity.ts';
import { useCountyNames } from '#state/county-names.ts';
import { selectAndTravel } from '#state/selection-in-view.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { formatCompact, formatNumber, formatSigned } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { accessibilityAmounts } from './accessibility-amounts.ts';
import classes from './scenarios.module.css';

/** Counties listed, those that change most. */
const MOST_ROWS = 10;

/** Residents before and after, and the counties that change most. */
export function AccessibilityChangeFigures({
  change,
  opportunity,
  minutes,
}: {
  readonly change: AccessibilityChange;
  readonly opportunity: Opportunity;
  readonly minutes: number;
}) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const nameOf = useCountyNames('where-repeated');
  const { before, after, counties } = change;
  const { amount, signed } = accessibilityAmounts(opportunity, language);
  const changed = useMemo(
    () =>
      counties
        .filter((county) => Math.abs(county.change) >= LEAST_CHANGE)
        .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change)),
    [counties],
  );
  const gini = (value: number | null) => formatNumber(value, language, 3);
  return (
    <div data-testid="accessibility-change">
      <TableTools
        title={t('access.title')}
        fileName={`accessibility-change-${minutes}-min`}
        rows={() => [
          ['adcode', 'name', 'residents', 'before', 'after', 'change'],
          ...counties.map((county) => [
            county.adcode,
            nameOf(county.adcode),
            county.residents,
            county.before,
            county.after,
            county.change,
          ]),
        ]}
        origins={() => originsOf(['rail-timetable', 'county-raster'])}
        origin={tableOrigin}
        isAbove
      />
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t(opportunity === 'people' ? 'access.reached' : 'access.reachedGdp')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
            <th scope="col">{t('access.change')}</th>
          </tr>
        </thead>
        <tbody>
          {(
            [
              ['mean', before.mean, after.mean],
              ['low', before.p10, after.p10],
              ['median', before.p50, after.p50],
              ['high', before.p90, after.p90],
            ] as const
          ).map(([id, old, fresh]) => (
            <tr key={id}>
              <th scope="row">{t(`access.${id}`)}</th>
              <td>{amount(old)}</td>
              <td>{amount(fresh)}</td>
              <td>{signed(fresh - old)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('access.gini')}</th>
            <td>{gini(before.gini)}</td>
            <td>{gini(after.gini)}</td>
            <td>
              {before.gini === null || after.gini === null
                ? gini(null)
                : formatSigned(after.gini - before.gini, language, 3)}
            </td>
          </tr>
        </tbody>
      </table>
      <p className={classes.hint}>
        {t('access.residents', {
          more: formatCompact(change.residentsGaining, language),
          less: formatCompact(change.residentsLosing, language),
          all: formatCompact(before.residents, language),
        })}
      </p>
      {changed.length === 0 ? (
        <p className={classes.hint}>{t('access.unchanged')}</p>
      ) : (
        <>
          <p className={classes.hint}>{t('access.mostChanged')}</p>
          <table className={classes.table}>
            <tbody>
              {changed.slice(0, MOST_ROWS).map((county) => (
                <tr key={county.adcode}>
                  <th scope="row">
                    <button
                      type="button"
                      className={classes.place}
                      onClick={() => selectAndTravel({ kind: 'unit', adcode: county.adcode })}
                    >
                      {nameOf(county.adcode)}
                    </button>
                  </th>
                  <td>{amount(county.before)}</td>
                  <td>{amount(county.after)}</td>
                  <td>{signed(county.change)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}
