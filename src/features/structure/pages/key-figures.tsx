import { useTranslation } from 'react-i18next';
import { NATIONAL_TOTALS, nationalFrameOf } from '#core/structure/national-frame.ts';
import { formatPercent } from '#ui/format/number-format.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { fullStop, sentenceGap } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import classes from '../structure.module.css';
import { useKeyFigures } from '../study/use-key-figures.ts';
import { useCityName, useLeftOut } from '../study/use-names.ts';
import type { RegionStudy } from '../study/use-region-study.ts';

/** The region in figures, each with who had none, and its part of the nation. */
export function KeyFigures({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const leftOut = useLeftOut(nameOf);
  const figures = useKeyFigures(study);
  const regions = [{ id: study.region.id, members: study.variant.statisticalMembers }];
  const shareOf = (count: 'population' | 'gdp') =>
    nationalFrameOf(regions, study.frame.figures[count].values, NATIONAL_TOTALS[count][2020] ?? null, 2020)
      .regions[0];
  const population = shareOf('population');
  const outside = (population?.coverage.excluded ?? []).filter(({ reason }) => reason === 'outside-total');
  return (
    <FigureBlock
      title={t('figures.title')}
      fileName={`${study.variant.key}-figures`}
      rows={() => [
        ['figure', 'value', 'unit', 'year', 'published', 'sources'],
        ...figures.map(({ figure }) => [
          figure.id,
          figure.value,
          figure.unit,
          figure.year,
          figure.published,
          figure.sourceIds.join(' '),
        ]),
      ]}
      wordOf={(column, code) =>
        column === 'figure' ? figures.find(({ figure }) => figure.id === code)?.label : undefined
      }
    >
      <FactList
        facts={figures.map(({ figure, label, value, published }) => {
          const left = leftOut(figure.coverage);
          const printed = published === null ? null : t('figures.published', { value: published });
          const whole = figure.ofWholeCities ? t('figures.wholeCities') : null;
          const notes = [printed, whole, left].filter((note) => note !== null);
          return { label, value, ...(notes.length > 0 && { note: notes.join(' · ') }) };
        })}
      />
      <p className={classes.after}>
        {t('figures.national', {
          population: formatPercent(population?.percent, language),
          gdp: formatPercent(shareOf('gdp')?.percent, language),
        })}
        {outside.length > 0 &&
          `${fullStop(language)}${sentenceGap(language)}${t('frame.outside', { names: outside.map(({ adcode }) => nameOf(adcode)).join(t('comma')) })}`}
      </p>
    </FigureBlock>
  );
}
