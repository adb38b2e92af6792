import { useTranslation } from 'react-i18next';
import type { LawReport } from '#core/scenario/laws.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { colon } from '#ui/i18n/punctuation.ts';
import classes from './circles.module.css';

/** The live check of the laws after a change of parameters or links: a warning where one is broken. */
export function LawNotice({ laws }: { readonly laws: LawReport | null }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  if (laws === null) return null;
  if (laws.ok) return <p className={classes.fine}>{t('laws.ok')}</p>;
  return (
    <div className={classes.warning} role="alert">
      {t('laws.broken')}
      <ul>
        {laws.violations.map(({ law, cells, worstMinutes }) => (
          <li key={law}>
            {t(`laws.${law}`)}
            {colon(language)}
            {t('laws.at', {
              cells,
              minutes: `${formatNumber(worstMinutes, language, 2)} ${t('unit.min', { ns: 'terms' })}`,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
