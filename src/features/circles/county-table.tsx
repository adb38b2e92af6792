import { useTranslation } from 'react-i18next';
import type { CircleReadings } from '#core/surface/circle-readings.ts';
import { useCountyNames } from '#state/county-names.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { columnScale, headWithUnit } from '#ui/format/column-scale.ts';
import { formatPart } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from './circles.module.css';
import { FirstOrAll } from './first-or-all.tsx';

const FIRST = 8;

/** Counties inside or cut by the circle, most people inside first. */
export function CountyTable({ readings }: { readonly readings: CircleReadings }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const nameOf = useCountyNames('where-repeated');
  const { counties } = readings;
  const people = columnScale(
    counties.map(({ population }) => population),
    language,
  );
  return (
    <PanelSection
      title={`${t('readings.counties')}${bracketed(counties.length, language)}`}
      aside={
        <TableTools
          title={t('readings.counties')}
          fileName={`counties-within-${readings.minutes}-min`}
          rows={() => [
            ['adcode', 'name', 'area_cut', 'people'],
            ...counties.map(({ adcode, share, population }) => [adcode, nameOf(adcode), share, population]),
          ]}
          origins={() => originsOf(['rail-timetable', 'county-raster'])}
          origin={tableOrigin}
        />
      }
    >
      <FirstOrAll items={counties} first={FIRST}>
        {(shown) => (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('county.name')}</th>
                <th scope="col">{t('county.share')}</th>
                <th scope="col">{headWithUnit(t('county.people'), people.unit, language)}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ adcode, share, population }) => (
                <tr key={adcode}>
                  <td>{nameOf(adcode)}</td>
                  <td>{formatPart(share, language)}</td>
                  <td>{people.show(population)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </FirstOrAll>
    </PanelSection>
  );
}
