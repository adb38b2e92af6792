import { useTranslation } from 'react-i18next';
import { scoresOfYear } from '#core/scoring/score.ts';
import { useModelledTravel } from '#state/score/use-modelled-travel.ts';
import { useScore } from '#state/score/use-score.ts';
import { useProject } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import type { RegionStudy } from '../study/use-region-study.ts';
import classes from './profile.module.css';

/** The region's integration score by the present choices of the integration workspace, with what it leaves out. */
export function ProfileScore({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure', 'terms']);
  const language = useLanguage();
  const year = useProject(({ integration }) => integration.year);
  const state = useScore();
  const { status } = useModelledTravel();
  if (state.kind === 'waiting')
    return (
      <p className={classes.small} data-kind="loading">
        {t('computing')}
      </p>
    );
  if (state.kind !== 'ready') return <p className={classes.small}>{t('sheet.scoreMissing')}</p>;
  const scores = scoresOfYear(state.result, year);
  const own = scores?.agglomerations.find(({ variantKey }) => variantKey === study.variant.key);
  if (scores === undefined || own === undefined)
    return <p className={classes.small}>{t('sheet.scoreNotCompared')}</p>;
  const { reducedSet } = scores;
  const value = (score: number | null) => (score === null ? '—' : formatNumber(score, language, 2));
  const rank =
    own.rank === null ? '—' : t('sheet.rank', { rank: own.rank, all: scores.agglomerations.length });
  return (
    <>
      <dl className={classes.facts}>
        <dt>{t('sheet.composite', { year })}</dt>
        <dd>
          {value(own.composite)} · {rank}
        </dd>
        {own.dimensions.map(({ id, score }) => [
          <dt key={id}>{t(`dimension.${id}`, { ns: 'terms' })}</dt>,
          <dd key={`${id}-value`}>{value(score)}</dd>,
        ])}
      </dl>
      {status.kind === 'computing' && (
        <p className={classes.small} data-kind="loading">
          {t('sheet.scoreWaiting')}
        </p>
      )}
      {status.kind === 'failed' && <p className={classes.small}>{t('sheet.scoreWithout')}</p>}
      <p className={classes.small}>
        {t(reducedSet.reduced ? 'sheet.reduced' : 'sheet.whole', {
          used: reducedSet.paperIndicatorsUsed,
          all: reducedSet.paperIndicators,
          extras: reducedSet.extras.length,
          values: own.valuesUsed,
          possible: own.valuesPossible,
        })}
      </p>
    </>
  );
}
