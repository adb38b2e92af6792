import { useTranslation } from 'react-i18next';
import type { PlanMismatch, PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import { useCountyNames } from '#state/county-names.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { columnScale, headWithUnit } from '#ui/format/column-scale.ts';
import { formatPart } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from './circles.module.css';
import { FirstOrAll } from './first-or-all.tsx';

const FIRST = 10;

/** What the people of a side are called in a table that leaves the page. */
const PEOPLE_COLUMN = { beyondHour: 'people_beyond_hour', beyondPlan: 'people_within_hour' } as const;

/** Counties of one side on which a plan and its hour disagree, most people first; the first of them, or all. */
export function PlanMismatches({
  side,
  reading,
  planName,
}: {
  readonly side: keyof typeof PEOPLE_COLUMN;
  readonly reading: PlanVersusHour;
  readonly planName: string;
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const nameOf = useCountyNames('where-repeated');
  const counties: readonly PlanMismatch[] =
    side === 'beyondHour' ? reading.planBeyondHour : reading.hourBeyondPlan;
  const people = columnScale(
    counties.map((county) => county.people),
    language,
  );
  const title = t(`plans.${side}`);
  if (counties.length === 0)
    return (
      <>
        <p className={classes.label}>{title}</p>
        <p className={classes.hint}>{t('plans.none')}</p>
      </>
    );
  return (
    <>
      <div className={classes.sideHead}>
        <span>
          {title} · {counties.length} {t('plans.counties')}
        </span>
        <TableTools
          title={`${planName} · ${title}`}
          fileName={`${reading.id}-${side === 'beyondHour' ? 'beyond-hour' : 'beyond-plan'}-${reading.minutes}-min`}
          rows={() => [
            ['adcode', 'name', 'area_cut', PEOPLE_COLUMN[side]],
            ...counties.map((county) => [county.adcode, nameOf(county.adcode), county.share, county.people]),
          ]}
          origins={() => originsOf(['regions', 'rail-timetable', 'county-raster'])}
          origin={tableOrigin}
        />
      </div>
      <FirstOrAll items={counties} first={FIRST}>
        {(shown) => (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('county.name')}</th>
                <th scope="col">{t('plans.landWithin')}</th>
                <th scope="col">{headWithUnit(t(`plans.people.${side}`), people.unit, language)}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((county) => (
                <tr key={county.adcode}>
                  <td>{nameOf(county.adcode)}</td>
                  <td>{formatPart(county.share, language)}</td>
                  <td>{people.show(county.people)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </FirstOrAll>
    </>
  );
}
