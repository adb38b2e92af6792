import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameLanguage } from '#core/geography/name-language.ts';
import type { CountyAccessibility } from '#core/accessibility/accessibility.ts';
import { type Opportunity, weightedFigures } from '#core/accessibility/opportunity.ts';
import { classOf } from '#core/classify/classify.ts';
import { classRange } from '#map/legend/class-range.ts';
import { columnScale, headWithUnit } from '#ui/format/column-scale.ts';
import { formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useShownTheme } from '#ui/theme/shown-theme.ts';
import classes from '../circles.module.css';
import { accessibilityClasses, accessibilityColours } from './accessibility-classes.ts';
import own from './accessibility.module.css';

/** How many residents have how much within reach, in the classes and colours of the map. */
export function ResidentClasses({
  counties,
  opportunity,
}: {
  readonly counties: readonly CountyAccessibility[];
  readonly opportunity: Opportunity;
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const theme = useShownTheme();
  const { classification, residents } = useMemo(() => {
    const made = accessibilityClasses(counties.map((county) => county[opportunity]));
    const sums = made.counts.map(() => 0);
    for (const { residents: people, value } of weightedFigures(counties, opportunity)) {
      const at = classOf(made, value);
      if (at !== null) sums[at] = (sums[at] ?? 0) + people;
    }
    return { classification: made, residents: sums };
  }, [counties, opportunity]);
  const colours = accessibilityColours(classification, theme);
  const total = residents.reduce((sum, people) => sum + people, 0);
  const most = Math.max(...residents);
  const people = columnScale(residents, language);
  const unit = opportunity === 'people' ? '' : t('access.unit.gdp');
  return (
    <>
      <p className={classes.hint}>{t('access.spreadHint')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{headWithUnit(t('access.class'), unit, language)}</th>
            <th scope="col">{headWithUnit(t('access.people'), people.unit, language)}</th>
            <th scope="col">{t('access.share')}</th>
            <td aria-hidden />
          </tr>
        </thead>
        <tbody>
          {residents
            .map((count, at) => (
              // Classes have no name of their own beside their place.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <th scope="row">
                  <span className={own.mark} style={{ background: colours[at] }} />
                  {classRange(classification.bounds, at, 0, nameLanguage(language))}
                </th>
                <td>{people.show(count)}</td>
                <td>{formatShare(total > 0 ? count / total : 0, language, 0)}</td>
                <td className={own.bar} aria-hidden>
                  <span style={{ width: `${(count / most) * 100}%`, background: colours[at] }} />
                </td>
              </tr>
            ))
            .toReversed()}
        </tbody>
      </table>
    </>
  );
}
