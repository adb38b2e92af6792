import { useTranslation } from 'react-i18next';
import type { UncertaintyAnswer } from '#compute/circle-operations.ts';
import { certaintyColours } from '#map/layers/circle-layers.ts';
import { formatAreaKm2, formatCompact, formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { ColourMark } from '#ui/panels/colour-mark.tsx';
import { useShownTheme } from '#ui/theme/shown-theme.ts';
import classes from '../circles.module.css';
import { formatRange, threeDigits } from '#ui/format/range-format.ts';
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
        <Figure
          id="population"
          name={t('robustness.people')}
          value={population === null ? people(null) : formatRange(population, people)}
          declared={people(declared.population)}
        />
        <Figure
          id="area"
          name={t('robustness.area')}
          value={formatRange(areaKm2, area)}
          declared={area(declared.areaKm2)}
        />
      </dl>
      <p className={classes.hint}>
        {t('robustness.ninety', { least: show(threeDigits(least)), most: show(threeDigits(most)) })}
      </p>
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

function Figure({
  id,
  name,
  value,
  declared,
}: Readonly<Record<'id' | 'name' | 'value' | 'declared', string>>) {
  const { t } = useTranslation('circles');
  return (
    <div>
      <dt>
        {name}
        <span>{t('robustness.declared', { value: declared })}</span>
      </dt>
      <dd data-testid={`uncertainty-${id}`}>{value}</dd>
    </div>
  );
}
