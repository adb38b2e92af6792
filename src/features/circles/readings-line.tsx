import { useTranslation } from 'react-i18next';
import { peopleWithin } from '#core/surface/circle-readings.ts';
import type { CircleResults } from '#state/circles/circle-results.ts';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { formatAreaKm2, formatCompact } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { colon } from '#ui/i18n/punctuation.ts';
import classes from './circles.module.css';
import { useDefinition } from './use-definition.ts';

/** The figures of the circle in one line, kept in sight while parameters change. */
export function ReadingsLine({ results }: { readonly results: CircleResults }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const definition = useDefinition();
  const { answer, circles } = results;
  const readings = answer?.readings[0];
  if (readings === undefined || circles === null) return null;
  return (
    <div className={classes.line}>
      <strong>
        {t('readings.title', { minutes: formatCutOff(readings.minutes, language) })}
        {colon(language)}
        {t('people', { value: formatCompact(peopleWithin(readings), language) })} ·{' '}
        {formatAreaKm2(readings.areaKm2, language)}
      </strong>
      <span>{definition(circles)}</span>
    </div>
  );
}
