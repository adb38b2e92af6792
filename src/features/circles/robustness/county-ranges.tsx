import { useTranslation } from 'react-i18next';
import type { UncertaintyAnswer } from '#compute/circle-operations.ts';
import { useCountyNames } from '#state/county-names.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { formatPart } from '#ui/format/number-format.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';
import { FirstOrAll } from '../first-or-all.tsx';
import { formatRange } from '#ui/format/range-format.ts';

/** A share that differs by more than this between draws is in doubt. */
const DOUBT = 0.1;
const FIRST = 8;

/** The counties of which one cannot be sure, with the range of their share; all of them in the table to take away. */
export function CountyRanges({ answer: { counties, minutes } }: { readonly answer: UncertaintyAnswer }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const nameOf = useCountyNames('where-repeated');
  const doubtful = counties.filter(({ share }) => share.p95 - share.p5 > DOUBT);
  const part = (value: number) => formatPart(value, language);
  return (
    <PanelSection
      title={`${t('robustness.counties')}${bracketed(doubtful.length, language)}`}
      aside={
        <TableTools
          title={t('robustness.counties')}
          fileName={`counties-in-doubt-${minutes}-min`}
          rows={() => [
            [
              'adcode',
              'name',
              'share_chosen',
              'share_p5',
              'share_median',
              'share_p95',
              'share_least',
              'share_most',
            ],
            ...counties.map(({ adcode, declared, share: { p5, median, p95, least, most } }) => [
              adcode,
              nameOf(adcode),
              declared,
              p5,
              median,
              p95,
              least,
              most,
            ]),
          ]}
          origins={() => originsOf(['rail-timetable', 'county-raster'])}
          origin={tableOrigin}
        />
      }
    >
      <p className={classes.hint}>
        {t(doubtful.length === 0 ? 'robustness.noCounties' : 'robustness.countiesHint')}
      </p>
      {doubtful.length > 0 && (
        <FirstOrAll items={doubtful} first={FIRST}>
          {(shown) => (
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('robustness.county')}</th>
                  <th scope="col">{t('robustness.share')}</th>
                  <th scope="col">{t('robustness.range')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ adcode, declared, share }) => (
                  <tr key={adcode}>
                    <td>{nameOf(adcode)}</td>
                    <td>{part(declared)}</td>
                    <td>{formatRange(share, part)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </FirstOrAll>
      )}
    </PanelSection>
  );
}
