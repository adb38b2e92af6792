import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessibilityChange } from '#core/accessibility/accessibility-change.ts';
import type { Opportunity } from '#core/accessibility/opportunity.ts';
import { useCountyNames } from '#state/county-names.ts';
import { selectAndTravel } from '#state/selection-in-view.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { accessibilityAmounts } from '#ui/accessibility/amounts.ts';
import { changeRows, countiesChanged } from '#ui/accessibility/change-rows.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { formatCompact } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { WordedRows } from '#ui/tables/worded-rows.tsx';
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
  const { t: words } = useTranslation('accessibility');
  const language = useLanguage();
  const nameOf = useCountyNames('where-repeated');
  const { before, counties } = change;
  const { amount, signed } = accessibilityAmounts(opportunity, language);
  const changed = useMemo(() => countiesChanged(change), [change]);
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
            <th>{words(opportunity === 'people' ? 'reached' : 'reachedGdp')}</th>
            <th scope="col">{words('before')}</th>
            <th scope="col">{words('after')}</th>
            <th scope="col">{words('change')}</th>
          </tr>
        </thead>
        <WordedRows rows={changeRows(change, opportunity, words, language)} />
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
          <p className={classes.hint}>{words('mostChanged')}</p>
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
