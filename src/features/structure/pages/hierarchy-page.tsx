import { useTranslation } from 'react-i18next';
import { FactList } from '#ui/facts/fact-list.tsx';
import { formatNumber, formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { FigureBlock } from '../charts/figure-block.tsx';
import { RankSizeChart } from '../charts/rank-size-chart.tsx';
import classes from '../structure.module.css';
import { useCityName, useLeftOut } from '../study/use-names.ts';
import type { RegionStudy } from '../study/use-region-study.ts';
import { StructureTypeBlock } from './structure-type-block.tsx';

/** Structure type, rank-size plot, primacy and concentration. */
export function HierarchyPage({ study }: { readonly study: RegionStudy }) {
  return (
    <>
      <StructureTypeBlock study={study} />
      <RankSizeBlock study={study} />
      <PrimacyBlock study={study} />
    </>
  );
}

function RankSizeBlock({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const { rankSize } = study.structure;
  const leftOut = useLeftOut(nameOf)(rankSize.coverage);
  const { exponent, standardError, confidence95, sizeOnRankExponent, rSquared, points, status } = rankSize;
  return (
    <FigureBlock
      title={t('rank.title')}
      fileName={`${study.variant.key}-rank-size`}
      hasDrawing={points.length > 1}
      rows={() => [
        ['rank', 'adcode', 'city', 'urban_core_persons_2020', 'fitted_persons'],
        ...points.map(({ rank, adcode, size, fitted }) => [rank, adcode, nameOf(adcode), size, fitted]),
      ]}
    >
      {status !== 'fitted' && (
        <p className={classes.note}>{t(status === 'too-few-cities' ? 'rank.few' : 'rank.equal')}</p>
      )}
      {exponent !== null && (
        <>
          <p className={classes.headline}>
            <span className={classes.controlLabel}>{t('rank.exponent')}</span>
            <span className={classes.big}>
              {formatNumber(exponent, language, 2)} ± {formatNumber(standardError, language, 2)}
            </span>
            <span className={classes.muted} style={{ fontSize: 12 }}>
              n = {points.length}
            </span>
          </p>
          <p className={classes.note}>
            {t('rank.ci', {
              low: formatNumber(confidence95?.[0], language, 2),
              high: formatNumber(confidence95?.[1], language, 2),
            })}
            {' · '}
            {t('rank.inverse')} {formatNumber(sizeOnRankExponent, language, 2)} · {t('rank.r2')}{' '}
            {formatNumber(rSquared, language, 2)}
            <br />
            {t('rank.exponentNote')}
          </p>
        </>
      )}
      {points.length > 1 && (
        <RankSizeChart
          rankSize={rankSize}
          nameOf={nameOf}
          label={t('rank.title')}
          xTitle={t('rank.x')}
          yTitle={t('rank.y')}
        />
      )}
      {leftOut !== null && <p className={classes.after}>{leftOut}</p>}
      <MethodLink page="method-structure" section={1} />
    </FigureBlock>
  );
}

function PrimacyBlock({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const leftOut = useLeftOut(useCityName(study.units));
  const { concentration } = study.structure;
  const { s2, s4, s11, herfindahl, equivalentCities, gini, largestShare } = concentration;
  const index = (label: string, value: number | null, decimals = 2) => ({
    label,
    value: value === null ? '—' : formatNumber(value, language, decimals),
    ...(value === null && { note: t('primacy.tooFew') }),
  });
  const left = leftOut(concentration.coverage);
  return (
    <FigureBlock
      title={t('primacy.title')}
      note={t('primacy.basis')}
      fileName={`${study.variant.key}-concentration`}
      rows={() => [
        ['index', 'value'],
        ['S2', s2],
        ['S4', s4],
        ['S11', s11],
        ['largest_share', largestShare],
        ['herfindahl', herfindahl],
        ['gini', gini],
        ['cities', concentration.coverage.used.length],
      ]}
    >
      <FactList
        facts={[
          index(t('primacy.s2'), s2),
          index(t('primacy.s4'), s4),
          index(t('primacy.s11'), s11),
          { label: t('figures.largest-share'), value: formatShare(largestShare, language) },
          {
            ...index(t('primacy.hhi'), herfindahl, 3),
            ...(equivalentCities !== null && {
              note: t('primacy.equivalent', { value: formatNumber(equivalentCities, language, 1) }),
            }),
          },
          index(t('primacy.gini'), gini, 3),
        ]}
      />
      {left !== null && <p className={classes.after}>{left}</p>}
    </FigureBlock>
  );
}
