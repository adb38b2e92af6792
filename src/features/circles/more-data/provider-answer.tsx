import { area } from '@turf/area';
import { useTranslation } from 'react-i18next';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { formatAreaKm2, formatNumber } from '#ui/format/number-format.ts';
import { colon } from '#ui/i18n/punctuation.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../circles.module.css';
import type { ProviderReading } from './provider-question.ts';

const SQUARE_METRES_PER_KM2 = 1e6;

/** The areas and times that a provider answered, under its name. */
export function ProviderAnswer({ reading }: { readonly reading: ProviderReading }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const areas = reading.isochrones.map((each) => {
    const km2 = area(each.area) / SQUARE_METRES_PER_KM2;
    return `${formatCutOff(each.minutes, language)}${colon(language)}${formatAreaKm2(km2, language)}`;
  });
  return (
    <div data-testid="provider-answer">
      <p className={classes.label}>{t('data.provider.by', { name: reading.provider })}</p>
      <p className={classes.hint}>{areas.join(' · ')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('data.provider.city')}</th>
            <th scope="col">{t('data.provider.minutes')}</th>
          </tr>
        </thead>
        <tbody>
          {reading.times.map(({ city, minutes }) => (
            <tr key={city.adcode}>
              <td>{pickName(city, language)}</td>
              <td>{minutes === null ? t('data.provider.noWay') : formatNumber(minutes, language, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
