import { useTranslation } from 'react-i18next';
import type { UncertaintyAnswer } from '#compute/circle-operations.ts';
import { certaintyColours } from '#map/layers/circle-layers.ts';
import { formatAreaKm2, formatCompact, formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { ColourMark } from '#ui/panels/colour-mark.tsx';
import { useShownTheme } from '#ui/theme/shown-theme.ts';
import classes from '../circles.module.css';
import { formatRange } from './range-format.ts';
import own from './robustness.module.css';

/** People and area as ranges, with what they are by the parameters chosen; what is within in how many draws. */
export function UncertaintyFigures({ answer }: { readonly answer: UncertaintyAnswer }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const theme = useShownTheme();
  const { declared, population, areaKm2, parts, draws, seed } = answer;
  const people = (value: number | null) => formatCompact(value, language);
  const area = (value: number) => formatAreaKm2(value, language);
  const colours = certaintyColours(
    theme,
    parts.map(({ percent }) => percent),
  );
  const { least, most } = population ?? areaKm2;
  const show = population === null ? area : people;
  return (
    <>
      <dl className={own.figures} data-testid="uncertainty-figures">
        <div>
          <dt>{t('robustness.people')}</dt>
          <dd data-testid="uncertainty-population">
            {population === null ? people(null) : formatRange(population, people)}
          </dd>
          <dd className={own.declared}>{t('robustness.declared', { value: people(declared.population) })}</dd>
        </div>
        <div>
          <dt>{t('robustness.area')}</dt>
          <dd data-testid="uncertainty-area">{formatRange(areaKm2, area)}</dd>
          <dd className={own.declared}>{t('robustness.declared', { value: area(declared.areaKm2) })}</dd>
        </div>
      </dl>
      <p className={classes.hint}>{t('robustness.ninety', { least: show(least), most: show(most) })}</p>
      <p className={classes.hint}>
        {t('robustness.how', { draws: formatNumber(draws, language), seed: String(seed) })}
      </p>
      <table className={`${classes.table ?? ''} ${own.parts ?? ''}`}>
        <thead>
          <tr>
            <th scope="col">{t('robustness.parts')}</th>
            <th scope="col">{t('robustness.people')}</th>
            <th scope="col">{t('robustness.area')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.percent}>
              <td>
                <span className={own.level}>
                  <ColourMark
                    colour={colours.find(({ percent }) => percent === part.percent)?.seen ?? 'transparent'}
                  />
                  {t('robustness.inDraws', { percent: part.percent })}
                </span>
              </td>
              <td>{people(part.population)}</td>
              <td>{area(part.areaKm2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.hint}>{t('robustness.partsHint')}</p>
    </>
  );
}
